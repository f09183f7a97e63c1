-- What a draft is about may be a case, so the planner keeps no statistics of its two new columns (0014 says why).

alter table draft alter column subject set statistics 0, alter column page set statistics 0;
