-- What staff wrote about an unsafe contact is free text, so the planner keeps no statistics of it (0014 says why).

alter table contact alter column unsafe_answers set statistics 0, alter column unsafe_reason set statistics 0;
alter table referral_step alter column unsafe_answers set statistics 0, alter column unsafe_reason set statistics 0;
