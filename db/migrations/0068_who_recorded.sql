-- Rows of interviews and repairs name the person who wrote them, an interview that is over stays as it is, and what
-- belongs to an interview is of its case.

alter policy may_insert on repair with check ((agency_id = (select app.agency_as('{case_worker,manager}')) and recorded_by = (select app.staff_as('{case_worker,manager}'))));
alter policy may_insert on interview with check ((agency_id = (select app.agency_as('{case_worker,manager}')) and arranged_by = (select app.staff_as('{case_worker,manager}')) and state = 'arranged'));
alter policy may_insert on interview_section with check ((agency_id = (select app.agency_as('{case_worker,manager}')) and saved_by = (select app.staff_as('{case_worker,manager}'))));
alter policy may_update on interview_section with check ((agency_id = (select app.agency_as('{case_worker,manager}')) and saved_by = (select app.staff_as('{case_worker,manager}'))));
alter policy may_insert on need_booking with check ((agency_id = (select app.agency_as('{case_worker,manager}')) and changed_by = (select app.staff_as('{case_worker,manager}'))));
alter policy may_update on need_booking with check ((agency_id = (select app.agency_as('{case_worker,manager}')) and changed_by = (select app.staff_as('{case_worker,manager}'))));

create trigger over_once before update on interview for each row
  when (old.state <> 'arranged')
  execute function app.refuse('an interview that is over does not change');

alter table interview add constraint interview_in_case unique (agency_id, interview_id, case_id);
alter table interview_section drop constraint interview_section_agency_id_interview_id_fkey,
  add constraint interview_section_in_case
  foreign key (agency_id, interview_id, case_id) references interview (agency_id, interview_id, case_id);
alter table need_booking drop constraint need_booking_agency_id_interview_id_fkey,
  add constraint need_booking_in_case
  foreign key (agency_id, interview_id, case_id) references interview (agency_id, interview_id, case_id);
