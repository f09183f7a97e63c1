-- The tables as db/schema/*.ts declares them; a test compares the two.

CREATE TABLE "agency" (
  "agency_id" uuid PRIMARY KEY NOT NULL,
  "kind" text NOT NULL,
  "name" text NOT NULL,
  "initials" text NOT NULL,
  "offers" text DEFAULT '' NOT NULL,
  "strands" text[] DEFAULT '{}' NOT NULL,
  "purposes" text[] DEFAULT '{}' NOT NULL,
  "hours" text DEFAULT '' NOT NULL,
  "takes_referrals" boolean DEFAULT true NOT NULL,
  "duty_email" text NOT NULL,
  "duty_phone" text DEFAULT '' NOT NULL,
  "investigates" boolean DEFAULT false NOT NULL,
  "created_at" timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE "case_file" (
  "agency_id" uuid NOT NULL,
  "case_id" uuid NOT NULL,
  "client_id" uuid NOT NULL,
  "reference" text NOT NULL,
  "stage" text DEFAULT 'open' NOT NULL,
  "received_at" timestamp with time zone NOT NULL,
  "received_by" uuid NOT NULL,
  "backdated_reason" text DEFAULT '' NOT NULL,
  "channel" text NOT NULL,
  "reporter_role" text NOT NULL,
  "reporter" jsonb,
  "contactability" text NOT NULL,
  "serious" boolean NOT NULL,
  "serious_reason" text DEFAULT '' NOT NULL,
  "summary" text DEFAULT '' NOT NULL,
  "wishes" text DEFAULT '' NOT NULL,
  "risk" text DEFAULT 'not_assessed' NOT NULL,
  "case_worker_id" uuid,
  "allocated_at" timestamp with time zone,
  "alternative_contact_id" uuid,
  "returned_to_queue_at" timestamp with time zone,
  "changed_at" timestamp with time zone DEFAULT now() NOT NULL,
  "closed_at" timestamp with time zone,
  "next_due_at" timestamp with time zone,
  CONSTRAINT "case_file_agency_id_case_id_pk" PRIMARY KEY("agency_id","case_id"),
  CONSTRAINT "case_stage" CHECK ("case_file"."stage" in ('open','closed')),
  CONSTRAINT "case_contactability" CHECK ("case_file"."contactability" in ('possible','anonymous','client_unaware')),
  CONSTRAINT "case_alternative" CHECK ("case_file"."alternative_contact_id" is distinct from "case_file"."case_worker_id" or "case_file"."case_worker_id" is null)
);

CREATE TABLE "client" (
  "agency_id" uuid NOT NULL,
  "client_id" uuid NOT NULL,
  "name" text NOT NULL,
  "name_key" text NOT NULL,
  "phone_key" text DEFAULT '' NOT NULL,
  "date_of_birth" date,
  "safe_contact" jsonb NOT NULL,
  "language" text DEFAULT 'English' NOT NULL,
  "interpreter_needed" boolean DEFAULT false NOT NULL,
  "interpreter_note" text DEFAULT '' NOT NULL,
  "communication_needs" text[] DEFAULT '{}' NOT NULL,
  "communication_note" text DEFAULT '' NOT NULL,
  "created_at" timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT "client_agency_id_client_id_pk" PRIMARY KEY("agency_id","client_id")
);

CREATE TABLE "contact" (
  "agency_id" uuid NOT NULL,
  "case_id" uuid NOT NULL,
  "contact_id" uuid NOT NULL,
  "contacted_at" timestamp with time zone NOT NULL,
  "channel" text NOT NULL,
  "succeeded" boolean NOT NULL,
  "result" text NOT NULL,
  "note" text DEFAULT '' NOT NULL,
  "staff_id" uuid NOT NULL,
  "recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
  "error_at" timestamp with time zone,
  "error_reason" text DEFAULT '' NOT NULL,
  CONSTRAINT "contact_agency_id_contact_id_pk" PRIMARY KEY("agency_id","contact_id")
);

CREATE TABLE "incident" (
  "agency_id" uuid NOT NULL,
  "case_id" uuid NOT NULL,
  "incident_id" uuid NOT NULL,
  "occurred_on" date,
  "occurred_when" text DEFAULT '' NOT NULL,
  "ongoing" boolean DEFAULT false NOT NULL,
  "location_type" text DEFAULT 'other' NOT NULL,
  "place" text DEFAULT '' NOT NULL,
  "ward" text DEFAULT '' NOT NULL,
  "account" text NOT NULL,
  "strands" text[] NOT NULL,
  "primary_strand" text NOT NULL,
  "perceived_by" text[] NOT NULL,
  "types" text[] NOT NULL,
  "violence" boolean NOT NULL,
  "injuries" text DEFAULT '' NOT NULL,
  "police_status" text DEFAULT 'not_reported' NOT NULL,
  "crime_reference" text DEFAULT '' NOT NULL,
  "recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT "incident_agency_id_incident_id_pk" PRIMARY KEY("agency_id","incident_id"),
  CONSTRAINT "incident_has_strand" CHECK (cardinality("incident"."strands") > 0)
);

CREATE TABLE "consent" (
  "agency_id" uuid NOT NULL,
  "case_id" uuid NOT NULL,
  "consent_id" uuid NOT NULL,
  "recipient_agency_id" uuid NOT NULL,
  "decision" text NOT NULL,
  "purposes" text[] NOT NULL,
  "categories" text[] NOT NULL,
  "limits" text DEFAULT '' NOT NULL,
  "wording" text NOT NULL,
  "wording_version" text NOT NULL,
  "method" text NOT NULL,
  "language" text NOT NULL,
  "interpreter" text DEFAULT '' NOT NULL,
  "grantor" text NOT NULL,
  "capacity" text NOT NULL,
  "capacity_note" text DEFAULT '' NOT NULL,
  "taken_by" uuid NOT NULL,
  "given_at" timestamp with time zone NOT NULL,
  "review_on" date NOT NULL,
  "withdrawn_at" timestamp with time zone,
  "withdrawn_how" text DEFAULT '' NOT NULL,
  "withdrawn_by" uuid,
  "recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT "consent_agency_id_consent_id_pk" PRIMARY KEY("agency_id","consent_id"),
  CONSTRAINT "consent_decision" CHECK ("consent"."decision" in ('agreed','refused','not_now')),
  CONSTRAINT "consent_names_data" CHECK ("consent"."decision" <> 'agreed' or (cardinality("consent"."purposes") > 0 and cardinality("consent"."categories") > 0))
);

CREATE TABLE "consent_override" (
  "agency_id" uuid NOT NULL,
  "case_id" uuid NOT NULL,
  "override_id" uuid NOT NULL,
  "recipient_agency_id" uuid NOT NULL,
  "purpose" text NOT NULL,
  "ground" text NOT NULL,
  "why_no_consent" text NOT NULL,
  "necessity" text NOT NULL,
  "categories" text[] NOT NULL,
  "client_told" boolean NOT NULL,
  "not_told_reason" text DEFAULT '' NOT NULL,
  "decision" text DEFAULT 'asked' NOT NULL,
  "requested_by" uuid NOT NULL,
  "requested_at" timestamp with time zone NOT NULL,
  "decided_by" uuid,
  "decided_at" timestamp with time zone,
  "decision_note" text DEFAULT '' NOT NULL,
  "used_by_referral_id" uuid,
  "used_at" timestamp with time zone,
  CONSTRAINT "consent_override_agency_id_override_id_pk" PRIMARY KEY("agency_id","override_id"),
  CONSTRAINT "override_decision" CHECK ("consent_override"."decision" in ('asked','authorised','refused')),
  CONSTRAINT "override_by_another" CHECK ("consent_override"."decided_by" is distinct from "consent_override"."requested_by" or "consent_override"."decided_by" is null),
  CONSTRAINT "override_used_only_if_authorised" CHECK ("consent_override"."used_at" is null or "consent_override"."decision" = 'authorised')
);

CREATE TABLE "bank_holiday" (
  "holiday_on" date PRIMARY KEY NOT NULL,
  "name" text NOT NULL,
  "added_by" uuid NOT NULL,
  "added_at" timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE "demo_mail" (
  "agency_id" uuid NOT NULL,
  "mail_id" uuid NOT NULL,
  "message_id" text NOT NULL,
  "recipient" text NOT NULL,
  "subject" text NOT NULL,
  "body" text NOT NULL,
  "sent_at" timestamp with time zone NOT NULL,
  CONSTRAINT "demo_mail_agency_id_mail_id_pk" PRIMARY KEY("agency_id","mail_id"),
  CONSTRAINT "demo_mail_once" UNIQUE("agency_id","message_id","recipient")
);

CREATE TABLE "draft" (
  "agency_id" uuid NOT NULL,
  "staff_id" uuid NOT NULL,
  "form" text NOT NULL,
  "fields" jsonb NOT NULL,
  "saved_at" timestamp with time zone NOT NULL,
  CONSTRAINT "draft_agency_id_staff_id_form_pk" PRIMARY KEY("agency_id","staff_id","form")
);

CREATE TABLE "idempotency" (
  "agency_id" uuid NOT NULL,
  "staff_id" uuid NOT NULL,
  "action" text NOT NULL,
  "key" uuid NOT NULL,
  "body_hash" text NOT NULL,
  "answer" jsonb,
  "done_at" timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT "idempotency_agency_id_staff_id_action_key_pk" PRIMARY KEY("agency_id","staff_id","action","key")
);

CREATE TABLE "notification" (
  "agency_id" uuid NOT NULL,
  "notification_id" uuid NOT NULL,
  "recipient_key" text NOT NULL,
  "staff_id" uuid,
  "kind" text NOT NULL,
  "subject_id" uuid NOT NULL,
  "occasion" text NOT NULL,
  "reference" text NOT NULL,
  "path" text NOT NULL,
  "how" text NOT NULL,
  "created_at" timestamp with time zone DEFAULT now() NOT NULL,
  "mail_id" uuid,
  "claimed_at" timestamp with time zone,
  "tries" integer DEFAULT 0 NOT NULL,
  "sent_at" timestamp with time zone,
  "read_at" timestamp with time zone,
  CONSTRAINT "notification_agency_id_notification_id_pk" PRIMARY KEY("agency_id","notification_id"),
  CONSTRAINT "notification_once" UNIQUE("agency_id","recipient_key","kind","subject_id","occasion")
);

CREATE TABLE "notification_choice" (
  "agency_id" uuid NOT NULL,
  "staff_id" uuid NOT NULL,
  "kind" text NOT NULL,
  "how" text NOT NULL,
  CONSTRAINT "notification_choice_agency_id_staff_id_kind_pk" PRIMARY KEY("agency_id","staff_id","kind")
);

-- Unlogged: counting a try costs no write-ahead log, and a crash forgets nothing worth keeping.
CREATE UNLOGGED TABLE "rate_limit" (
  "key" text PRIMARY KEY NOT NULL,
  "points" integer DEFAULT 0 NOT NULL,
  "expire" bigint
);

CREATE TABLE "setting" (
  "name" text PRIMARY KEY NOT NULL,
  "value" jsonb NOT NULL,
  "changed_at" timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE "referral" (
  "referral_id" uuid PRIMARY KEY NOT NULL,
  "from_agency_id" uuid NOT NULL,
  "to_agency_id" uuid NOT NULL,
  "reference" text NOT NULL,
  "state" text NOT NULL,
  "lane" text GENERATED ALWAYS AS (case when state = 'decided' then 'draft' when state in ('sent','received','information_asked','expired') then 'to_answer' when state in ('accepted','in_progress','outcome_recorded') then 'in_hand' else 'finished' end) STORED NOT NULL,
  "version" integer DEFAULT 1 NOT NULL,
  "purpose" text NOT NULL,
  "serious" boolean DEFAULT false NOT NULL,
  "decided_at" timestamp with time zone NOT NULL,
  "sent_at" timestamp with time zone,
  "received_at" timestamp with time zone,
  "answered_at" timestamp with time zone,
  "closed_at" timestamp with time zone,
  "due_at" timestamp with time zone NOT NULL,
  "package_version" integer DEFAULT 0 NOT NULL,
  "by_override" boolean DEFAULT false NOT NULL,
  "override_ground" text DEFAULT '' NOT NULL,
  "urgency" smallint DEFAULT 2 NOT NULL,
  "hidden_at" timestamp with time zone,
  "sender_worker_id" uuid NOT NULL,
  "recipient_worker_id" uuid,
  "reason" text DEFAULT '' NOT NULL,
  "suggested_agency_id" uuid,
  "outcome" text DEFAULT '' NOT NULL,
  "rerouted_from_id" uuid,
  "escalated_at" timestamp with time zone,
  "news_at" timestamp with time zone,
  "client_told_at" timestamp with time zone,
  CONSTRAINT "referral_parties" UNIQUE("from_agency_id","to_agency_id","referral_id"),
  CONSTRAINT "referral_reference" UNIQUE("from_agency_id","reference"),
  CONSTRAINT "referral_between_two" CHECK ("referral"."from_agency_id" <> "referral"."to_agency_id"),
  CONSTRAINT "referral_sent_has_instant" CHECK ("referral"."state" not in ('sent','received','accepted','declined','information_asked','in_progress','outcome_recorded','closed','rerouted','expired') or "referral"."sent_at" is not null)
);

CREATE TABLE "referral_note" (
  "agency_id" uuid NOT NULL,
  "note_id" uuid NOT NULL,
  "referral_id" uuid NOT NULL,
  "note" text NOT NULL,
  "staff_id" uuid NOT NULL,
  "noted_at" timestamp with time zone NOT NULL,
  CONSTRAINT "referral_note_agency_id_note_id_pk" PRIMARY KEY("agency_id","note_id")
);

CREATE TABLE "referral_origin" (
  "agency_id" uuid NOT NULL,
  "referral_id" uuid NOT NULL,
  "case_id" uuid NOT NULL,
  "asked_by" text NOT NULL,
  "decided_by" uuid NOT NULL,
  "consent_id" uuid,
  "override_id" uuid,
  CONSTRAINT "referral_origin_agency_id_referral_id_pk" PRIMARY KEY("agency_id","referral_id")
);

CREATE TABLE "referral_package" (
  "referral_id" uuid NOT NULL,
  "from_agency_id" uuid NOT NULL,
  "to_agency_id" uuid NOT NULL,
  "version" integer NOT NULL,
  "categories" text[] NOT NULL,
  "content" jsonb NOT NULL,
  "client_name" text NOT NULL,
  "risk" text NOT NULL,
  "needs" text[] NOT NULL,
  "safe_times" text NOT NULL,
  "shared_at" timestamp with time zone NOT NULL,
  "shared_by_name" text NOT NULL,
  "amendment_reason" text DEFAULT '' NOT NULL,
  "hidden_at" timestamp with time zone,
  CONSTRAINT "referral_package_referral_id_version_pk" PRIMARY KEY("referral_id","version")
);

CREATE TABLE "referral_step" (
  "referral_id" uuid NOT NULL,
  "from_agency_id" uuid NOT NULL,
  "to_agency_id" uuid NOT NULL,
  "step_id" uuid PRIMARY KEY NOT NULL,
  "shared" boolean NOT NULL,
  "move" text NOT NULL,
  "from_state" text NOT NULL,
  "to_state" text NOT NULL,
  "message" text DEFAULT '' NOT NULL,
  "reason" text DEFAULT '' NOT NULL,
  "next_try_on" text DEFAULT '' NOT NULL,
  "by_agency_id" uuid NOT NULL,
  "by_name" text NOT NULL,
  "moved_at" timestamp with time zone NOT NULL,
  "recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
  "error_at" timestamp with time zone,
  "error_reason" text DEFAULT '' NOT NULL,
  "replaces_step_id" uuid
);

CREATE TABLE "credential" (
  "agency_id" uuid NOT NULL,
  "staff_id" uuid NOT NULL,
  "password_hash" text,
  "totp_secret" text,
  "totp_enrolled_at" timestamp with time zone,
  "totp_last_step" integer DEFAULT 0 NOT NULL,
  CONSTRAINT "credential_agency_id_staff_id_pk" PRIMARY KEY("agency_id","staff_id")
);

CREATE TABLE "invitation" (
  "agency_id" uuid NOT NULL,
  "staff_id" uuid NOT NULL,
  "invitation_id" uuid NOT NULL,
  "token_hash" text NOT NULL,
  "role" text NOT NULL,
  "expires_at" timestamp with time zone NOT NULL,
  "used_at" timestamp with time zone,
  "mailed_at" timestamp with time zone,
  "created_at" timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT "invitation_agency_id_invitation_id_pk" PRIMARY KEY("agency_id","invitation_id")
);

CREATE TABLE "recovery_code" (
  "agency_id" uuid NOT NULL,
  "staff_id" uuid NOT NULL,
  "code_hash" text NOT NULL,
  "used_at" timestamp with time zone,
  CONSTRAINT "recovery_code_agency_id_staff_id_code_hash_pk" PRIMARY KEY("agency_id","staff_id","code_hash")
);

CREATE TABLE "session" (
  "agency_id" uuid NOT NULL,
  "staff_id" uuid NOT NULL,
  "id_hash" text NOT NULL,
  "confined" boolean NOT NULL,
  "created_at" timestamp with time zone DEFAULT now() NOT NULL,
  "idle_expires_at" timestamp with time zone NOT NULL,
  "absolute_expires_at" timestamp with time zone NOT NULL,
  CONSTRAINT "session_id_hash_pk" PRIMARY KEY("id_hash")
);

CREATE TABLE "staff" (
  "agency_id" uuid NOT NULL,
  "staff_id" uuid NOT NULL,
  "name" text NOT NULL,
  "email" text NOT NULL,
  "email_key" text NOT NULL,
  "role" text NOT NULL,
  "job_title" text DEFAULT '' NOT NULL,
  "phone" text DEFAULT '' NOT NULL,
  "active" boolean DEFAULT true NOT NULL,
  "created_at" timestamp with time zone DEFAULT now() NOT NULL,
  "left_at" timestamp with time zone,
  CONSTRAINT "staff_agency_id_staff_id_pk" PRIMARY KEY("agency_id","staff_id"),
  CONSTRAINT "staff_role" CHECK ("staff"."role" in ('case_worker','manager','coordinator','cohesion_officer','administrator'))
);

CREATE TABLE "audit_head" (
  "agency_id" uuid PRIMARY KEY NOT NULL,
  "seq" bigint NOT NULL,
  "hash" text NOT NULL
);

CREATE TABLE "case_event" (
  "agency_id" uuid NOT NULL,
  "seq" bigint NOT NULL,
  "kind" text NOT NULL,
  "case_id" uuid,
  "subject_id" uuid,
  "actor_id" uuid NOT NULL,
  "actor_role" text NOT NULL,
  "happened_at" timestamp with time zone NOT NULL,
  "recorded_at" timestamp with time zone NOT NULL,
  "data" jsonb NOT NULL,
  "recipient_agency_id" uuid,
  "ground" text,
  "justification" text,
  "previous_hash" text NOT NULL,
  "hash" text NOT NULL,
  CONSTRAINT "case_event_agency_id_seq_pk" PRIMARY KEY("agency_id","seq")
);

CREATE TABLE "clock" (
  "agency_id" uuid NOT NULL,
  "clock_id" uuid NOT NULL,
  "case_id" uuid NOT NULL,
  "subject_id" uuid NOT NULL,
  "clause" text NOT NULL,
  "standard_version" text NOT NULL,
  "calendar_version" text NOT NULL,
  "started_at" timestamp with time zone NOT NULL,
  "due_at" timestamp with time zone NOT NULL,
  "original_due_at" timestamp with time zone NOT NULL,
  "state" text NOT NULL,
  "kept_at" timestamp with time zone,
  "reason" text DEFAULT '' NOT NULL,
  "late_reason" text DEFAULT '' NOT NULL,
  "warned_step" text DEFAULT '' NOT NULL,
  CONSTRAINT "clock_agency_id_clock_id_pk" PRIMARY KEY("agency_id","clock_id"),
  CONSTRAINT "clock_once" UNIQUE("agency_id","clause","subject_id","started_at"),
  CONSTRAINT "clock_state" CHECK ("clock"."state" in ('running','met','met_late','exception','not_applicable','cancelled'))
);

ALTER TABLE "case_file" ADD CONSTRAINT "case_file_agency_id_client_id_client_agency_id_client_id_fk" FOREIGN KEY ("agency_id","client_id") REFERENCES "public"."client"("agency_id","client_id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "case_file" ADD CONSTRAINT "case_file_agency_id_case_worker_id_staff_agency_id_staff_id_fk" FOREIGN KEY ("agency_id","case_worker_id") REFERENCES "public"."staff"("agency_id","staff_id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "case_file" ADD CONSTRAINT "case_file_agency_id_alternative_contact_id_staff_agency_id_staff_id_fk" FOREIGN KEY ("agency_id","alternative_contact_id") REFERENCES "public"."staff"("agency_id","staff_id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "case_file" ADD CONSTRAINT "case_file_agency_id_received_by_staff_agency_id_staff_id_fk" FOREIGN KEY ("agency_id","received_by") REFERENCES "public"."staff"("agency_id","staff_id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "client" ADD CONSTRAINT "client_agency_id_agency_agency_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agency"("agency_id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "contact" ADD CONSTRAINT "contact_agency_id_case_id_case_file_agency_id_case_id_fk" FOREIGN KEY ("agency_id","case_id") REFERENCES "public"."case_file"("agency_id","case_id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "contact" ADD CONSTRAINT "contact_agency_id_staff_id_staff_agency_id_staff_id_fk" FOREIGN KEY ("agency_id","staff_id") REFERENCES "public"."staff"("agency_id","staff_id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "incident" ADD CONSTRAINT "incident_agency_id_case_id_case_file_agency_id_case_id_fk" FOREIGN KEY ("agency_id","case_id") REFERENCES "public"."case_file"("agency_id","case_id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "consent" ADD CONSTRAINT "consent_recipient_agency_id_agency_agency_id_fk" FOREIGN KEY ("recipient_agency_id") REFERENCES "public"."agency"("agency_id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "consent" ADD CONSTRAINT "consent_agency_id_case_id_case_file_agency_id_case_id_fk" FOREIGN KEY ("agency_id","case_id") REFERENCES "public"."case_file"("agency_id","case_id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "consent" ADD CONSTRAINT "consent_agency_id_taken_by_staff_agency_id_staff_id_fk" FOREIGN KEY ("agency_id","taken_by") REFERENCES "public"."staff"("agency_id","staff_id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "consent_override" ADD CONSTRAINT "consent_override_recipient_agency_id_agency_agency_id_fk" FOREIGN KEY ("recipient_agency_id") REFERENCES "public"."agency"("agency_id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "consent_override" ADD CONSTRAINT "consent_override_agency_id_case_id_case_file_agency_id_case_id_fk" FOREIGN KEY ("agency_id","case_id") REFERENCES "public"."case_file"("agency_id","case_id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "consent_override" ADD CONSTRAINT "consent_override_agency_id_requested_by_staff_agency_id_staff_id_fk" FOREIGN KEY ("agency_id","requested_by") REFERENCES "public"."staff"("agency_id","staff_id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "consent_override" ADD CONSTRAINT "consent_override_agency_id_decided_by_staff_agency_id_staff_id_fk" FOREIGN KEY ("agency_id","decided_by") REFERENCES "public"."staff"("agency_id","staff_id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "demo_mail" ADD CONSTRAINT "demo_mail_agency_id_agency_agency_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agency"("agency_id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "draft" ADD CONSTRAINT "draft_agency_id_staff_id_staff_agency_id_staff_id_fk" FOREIGN KEY ("agency_id","staff_id") REFERENCES "public"."staff"("agency_id","staff_id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "notification" ADD CONSTRAINT "notification_agency_id_agency_agency_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agency"("agency_id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "notification_choice" ADD CONSTRAINT "notification_choice_agency_id_staff_id_staff_agency_id_staff_id_fk" FOREIGN KEY ("agency_id","staff_id") REFERENCES "public"."staff"("agency_id","staff_id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "referral" ADD CONSTRAINT "referral_from_agency_id_agency_agency_id_fk" FOREIGN KEY ("from_agency_id") REFERENCES "public"."agency"("agency_id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "referral" ADD CONSTRAINT "referral_to_agency_id_agency_agency_id_fk" FOREIGN KEY ("to_agency_id") REFERENCES "public"."agency"("agency_id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "referral" ADD CONSTRAINT "referral_suggested_agency_id_agency_agency_id_fk" FOREIGN KEY ("suggested_agency_id") REFERENCES "public"."agency"("agency_id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "referral_note" ADD CONSTRAINT "referral_note_agency_id_staff_id_staff_agency_id_staff_id_fk" FOREIGN KEY ("agency_id","staff_id") REFERENCES "public"."staff"("agency_id","staff_id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "referral_origin" ADD CONSTRAINT "referral_origin_agency_id_case_id_case_file_agency_id_case_id_fk" FOREIGN KEY ("agency_id","case_id") REFERENCES "public"."case_file"("agency_id","case_id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "referral_origin" ADD CONSTRAINT "referral_origin_agency_id_decided_by_staff_agency_id_staff_id_fk" FOREIGN KEY ("agency_id","decided_by") REFERENCES "public"."staff"("agency_id","staff_id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "referral_package" ADD CONSTRAINT "referral_package_from_agency_id_to_agency_id_referral_id_referral_from_agency_id_to_agency_id_referral_id_fk" FOREIGN KEY ("from_agency_id","to_agency_id","referral_id") REFERENCES "public"."referral"("from_agency_id","to_agency_id","referral_id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "referral_step" ADD CONSTRAINT "referral_step_from_agency_id_to_agency_id_referral_id_referral_from_agency_id_to_agency_id_referral_id_fk" FOREIGN KEY ("from_agency_id","to_agency_id","referral_id") REFERENCES "public"."referral"("from_agency_id","to_agency_id","referral_id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "credential" ADD CONSTRAINT "credential_agency_id_staff_id_staff_agency_id_staff_id_fk" FOREIGN KEY ("agency_id","staff_id") REFERENCES "public"."staff"("agency_id","staff_id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_agency_id_staff_id_staff_agency_id_staff_id_fk" FOREIGN KEY ("agency_id","staff_id") REFERENCES "public"."staff"("agency_id","staff_id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "recovery_code" ADD CONSTRAINT "recovery_code_agency_id_staff_id_staff_agency_id_staff_id_fk" FOREIGN KEY ("agency_id","staff_id") REFERENCES "public"."staff"("agency_id","staff_id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "session" ADD CONSTRAINT "session_agency_id_staff_id_staff_agency_id_staff_id_fk" FOREIGN KEY ("agency_id","staff_id") REFERENCES "public"."staff"("agency_id","staff_id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "staff" ADD CONSTRAINT "staff_agency_id_agency_agency_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agency"("agency_id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "audit_head" ADD CONSTRAINT "audit_head_agency_id_agency_agency_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agency"("agency_id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "case_event" ADD CONSTRAINT "case_event_agency_id_agency_agency_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agency"("agency_id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "clock" ADD CONSTRAINT "clock_agency_id_case_id_case_file_agency_id_case_id_fk" FOREIGN KEY ("agency_id","case_id") REFERENCES "public"."case_file"("agency_id","case_id") ON DELETE no action ON UPDATE no action;
CREATE UNIQUE INDEX "case_reference" ON "case_file" USING btree ("agency_id","reference");
CREATE INDEX "case_by_worker" ON "case_file" USING btree ("agency_id","case_worker_id","stage","next_due_at","received_at","case_id");
CREATE INDEX "case_by_due" ON "case_file" USING btree ("agency_id","stage","next_due_at","received_at","case_id");
CREATE INDEX "case_by_received" ON "case_file" USING btree ("agency_id","stage","received_at");
CREATE INDEX "case_of_client" ON "case_file" USING btree ("agency_id","client_id");
CREATE INDEX "client_by_name" ON "client" USING btree ("agency_id","name_key","client_id");
CREATE INDEX "client_by_phone" ON "client" USING btree ("agency_id","phone_key");
CREATE INDEX "contact_of_case" ON "contact" USING btree ("agency_id","case_id","contacted_at");
CREATE INDEX "incident_of_case" ON "incident" USING btree ("agency_id","case_id");
CREATE INDEX "consent_of_case" ON "consent" USING btree ("agency_id","case_id","recipient_agency_id");
CREATE INDEX "override_of_case" ON "consent_override" USING btree ("agency_id","case_id");
CREATE INDEX "override_waiting" ON "consent_override" USING btree ("agency_id","decision","requested_at");
CREATE INDEX "demo_mail_newest" ON "demo_mail" USING btree ("agency_id","sent_at");
CREATE INDEX "idempotency_age" ON "idempotency" USING btree ("agency_id","done_at");
CREATE INDEX "notification_unsent" ON "notification" USING btree ("agency_id","how","sent_at");
CREATE INDEX "notification_of_staff" ON "notification" USING btree ("agency_id","staff_id","created_at");
CREATE INDEX "referral_inbox" ON "referral" USING btree ("to_agency_id","lane","due_at","urgency","referral_id","from_agency_id","sent_at","recipient_worker_id","state");
CREATE INDEX "referral_outbox" ON "referral" USING btree ("from_agency_id","lane","due_at","referral_id","to_agency_id","sent_at");
CREATE INDEX "referral_waiting" ON "referral" USING btree ("from_agency_id","sender_worker_id","lane","due_at");
CREATE INDEX "referral_news" ON "referral" USING btree ("from_agency_id","news_at") WHERE client_told_at is null or client_told_at < news_at;
CREATE INDEX "note_of_referral" ON "referral_note" USING btree ("agency_id","referral_id");
CREATE INDEX "origin_of_case" ON "referral_origin" USING btree ("agency_id","case_id");
CREATE INDEX "package_sender" ON "referral_package" USING btree ("from_agency_id","referral_id");
CREATE INDEX "package_recipient" ON "referral_package" USING btree ("to_agency_id","referral_id");
CREATE INDEX "step_sender" ON "referral_step" USING btree ("from_agency_id","referral_id");
CREATE INDEX "step_recipient" ON "referral_step" USING btree ("to_agency_id","referral_id");
CREATE UNIQUE INDEX "invitation_token" ON "invitation" USING btree ("token_hash");
CREATE INDEX "invitation_of_staff" ON "invitation" USING btree ("agency_id","staff_id");
CREATE INDEX "session_of_staff" ON "session" USING btree ("agency_id","staff_id");
CREATE UNIQUE INDEX "staff_email" ON "staff" USING btree ("agency_id","email_key");
CREATE INDEX "staff_by_email" ON "staff" USING btree ("email_key");
CREATE INDEX "event_of_case" ON "case_event" USING btree ("agency_id","case_id","seq");
CREATE INDEX "event_of_subject" ON "case_event" USING btree ("agency_id","subject_id","seq");
CREATE INDEX "clock_of_case" ON "clock" USING btree ("agency_id","case_id");
CREATE INDEX "clock_due" ON "clock" USING btree ("agency_id","due_at") WHERE state = 'running';
CREATE INDEX "clock_kept" ON "clock" USING btree ("agency_id","clause","due_at");
