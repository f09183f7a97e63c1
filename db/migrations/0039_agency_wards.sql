-- The wards that an agency serves, for the order in which agencies are suggested; none named: the whole city.
alter table agency add column wards text[] not null default '{}';
grant update (wards) on agency to portal_app, portal_worker;
