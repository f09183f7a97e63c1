-- Name, date of birth and address are three data categories, which a client agrees to one by one. Whoever agreed to
-- "name, date of birth and address" agreed to exactly these three, so each stored list covers what it covered; the
-- sentences that were shown stay as they are. Their owner sees no row while row-level security is forced.

alter table consent no force row level security;
alter table consent_override no force row level security;
alter table referral_package no force row level security;
-- It lets a request only be decided, and here a request that waits is written.
alter table consent_override disable trigger decided_by_signer;

update consent set categories = array['name', 'date_of_birth', 'address'] || array_remove(categories, 'identity_contact')
where 'identity_contact' = any(categories);
update consent_override
set categories = array['name', 'date_of_birth', 'address'] || array_remove(categories, 'identity_contact')
where 'identity_contact' = any(categories);
update referral_package
set categories = array['name', 'date_of_birth', 'address'] || array_remove(categories, 'identity_contact')
where 'identity_contact' = any(categories);
update referral_package set content = jsonb_build_object('format', 'referral-package/2', 'parts',
  jsonb_build_object(
    'name', jsonb_build_object('name', content->'parts'->'identity_contact'->'name'),
    'date_of_birth', jsonb_build_object('dateOfBirth', content->'parts'->'identity_contact'->'dateOfBirth'),
    'address', jsonb_build_object('address', content->'parts'->'identity_contact'->'address')
  ) || ((content->'parts') - 'identity_contact'::text))
where (content->'parts') ? 'identity_contact';
update referral_package set content = jsonb_set(content, '{format}', '"referral-package/2"')
where content->>'format' = 'referral-package/1';

alter table consent_override enable trigger decided_by_signer;
alter table referral_package force row level security;
alter table consent_override force row level security;
alter table consent force row level security;
