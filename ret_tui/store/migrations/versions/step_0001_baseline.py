"""baseline"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from ret_tui.store.migrations.columns import moment, text, words

revision = "0001_baseline"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the tables from the step before to this one."""
    op.create_table(
        "case",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", moment(), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=True),
        sa.Column(
            "applicant_kind",
            words("applicantkind", "gemeente gi aanbieder arts onderwijs ouder jeugdige anders"),
            nullable=True,
        ),
        sa.Column("applicant_name", text(), nullable=True),
        sa.Column("applicant_role", text(), nullable=True),
        sa.Column("applicant_organisation", text(), nullable=True),
        sa.Column("applicant_phone", text(), nullable=True),
        sa.Column("applicant_email", text(), nullable=True),
        sa.Column("applicant_address", text(), nullable=True),
        sa.Column("first_name", text(), nullable=True),
        sa.Column("last_name", text(), nullable=True),
        sa.Column("birth_date", sa.Date(), nullable=True),
        sa.Column("gender", words("gender", "v m x onbekend"), nullable=True),
        sa.Column("young_person_address", text(), nullable=True),
        sa.Column("municipality", text(), nullable=True),
        sa.Column(
            "legal_frame",
            words("legalframe", "vrijwillig ots voogdij jeugdreclassering machtiging_gesloten onbekend"),
            nullable=True,
        ),
        sa.Column(
            "residence",
            words(
                "residence",
                "thuis netwerk pleeggezin gezinshuis groep jeugdzorgplus ggz_opname zelfstandig anders",
            ),
            nullable=True,
        ),
        sa.Column("residence_note", text(), nullable=True),
        sa.Column(
            "education",
            words("education", "regulier speciaal thuiszitter vrijstelling mbo werk geen"),
            nullable=True,
        ),
        sa.Column("school_problems", words("answer", "ja nee onbekend"), nullable=True),
        sa.Column("parents_apart", sa.Boolean(), nullable=True),
        sa.Column("question", text(), nullable=True),
        sa.Column("question_types", sa.JSON(), nullable=False),
        sa.Column("tried", text(), nullable=True),
        sa.Column("waiting_for", text(), nullable=True),
        sa.Column("waiting_since", sa.Date(), nullable=True),
        sa.Column("safety_acute", words("safety_acute", "ja nee onbekend"), nullable=True),
        sa.Column("safety_agreements", text(), nullable=True),
        sa.Column("safety_watch", text(), nullable=True),
        sa.Column("bridging_now", text(), nullable=True),
        sa.Column("language", text(), nullable=True),
        sa.Column("interpreter", sa.Boolean(), nullable=True),
        sa.Column("support_person", text(), nullable=True),
        sa.Column("urgency", words("urgency", "gewoon spoedig spoed"), nullable=True),
        sa.Column("complex", sa.Boolean(), nullable=False),
        sa.Column("judged_incapable", sa.Boolean(), nullable=False),
        sa.Column("judged_by", text(), nullable=True),
        sa.Column("judged_on", sa.Date(), nullable=True),
        sa.Column("judged_reason", text(), nullable=True),
        sa.Column("permission_exception", text(), nullable=True),
        sa.Column("director_candidate", text(), nullable=True),
        sa.Column("form_note", text(), nullable=True),
        sa.Column("chair_note", text(), nullable=True),
        sa.Column("number", text(), nullable=False),
        sa.Column(
            "status",
            words("casestatus", "aangemeld triage gepland besproken in_uitvoering afgesloten ingetrokken"),
            nullable=False,
        ),
        sa.Column("status_since", moment(), nullable=False),
        sa.Column("status_reason", text(), nullable=True),
        sa.Column("handed_over_on", sa.Date(), nullable=True),
        sa.Column("search_key", text(), nullable=False),
        sa.Column("name_key", text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case")),
        sa.UniqueConstraint("number", name=op.f("uq_case_number")),
    )
    with op.batch_alter_table("case", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_case_birth_date"), ["birth_date"], unique=False)
        batch_op.create_index(batch_op.f("ix_case_name_key"), ["name_key"], unique=False)
        batch_op.create_index(batch_op.f("ix_case_status"), ["status"], unique=False)

    op.create_table(
        "draft",
        sa.Column("key", text(), nullable=False),
        sa.Column("text", text(), nullable=False),
        sa.Column("updated_at", moment(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_draft")),
    )
    op.create_table(
        "log_entry",
        sa.Column("sequence", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", moment(), nullable=False),
        sa.Column("actor_id", sa.Uuid(), nullable=True),
        sa.Column("action", text(), nullable=False),
        sa.Column("object_kind", text(), nullable=False),
        sa.Column("object_id", sa.Uuid(), nullable=True),
        sa.Column("case_id", sa.Uuid(), nullable=True),
        sa.Column("result", text(), nullable=False),
        sa.Column("place", text(), nullable=False),
        sa.Column("previous_hash", text(), nullable=False),
        sa.Column("hash", text(), nullable=False),
        sa.PrimaryKeyConstraint("sequence", name=op.f("pk_log_entry")),
    )
    with op.batch_alter_table("log_entry", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_log_entry_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_log_entry_object_id"), ["object_id"], unique=False)

    op.create_table(
        "log_head",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("hash", text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_log_head")),
    )
    op.create_table(
        "monitoring_row",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", moment(), nullable=False),
        sa.Column("region", text(), nullable=False),
        sa.Column("quarter", text(), nullable=False),
        sa.Column("age_band", words("ageband", "0-5 6-11 12-15 16-17 18+"), nullable=True),
        sa.Column("gender", words("gender", "v m x onbekend"), nullable=True),
        sa.Column(
            "applicant_kind",
            words("applicantkind", "gemeente gi aanbieder arts onderwijs ouder jeugdige anders"),
            nullable=True,
        ),
        sa.Column("question_types", sa.JSON(), nullable=False),
        sa.Column(
            "legal_frame",
            words("legalframe", "vrijwillig ots voogdij jeugdreclassering machtiging_gesloten onbekend"),
            nullable=True,
        ),
        sa.Column(
            "residence",
            words(
                "residence",
                "thuis netwerk pleeggezin gezinshuis groep jeugdzorgplus ggz_opname zelfstandig anders",
            ),
            nullable=True,
        ),
        sa.Column(
            "education",
            words("education", "regulier speciaal thuiszitter vrijstelling mbo werk geen"),
            nullable=True,
        ),
        sa.Column("placements", words("placementsband", "0 1-2 3-5 6+"), nullable=False),
        sa.Column("advice_types", sa.JSON(), nullable=False),
        sa.Column("mandate_given", sa.Boolean(), nullable=True),
        sa.Column("bespoke_budget", sa.Boolean(), nullable=False),
        sa.Column("days_to_discussion", sa.Integer(), nullable=True),
        sa.Column("days_to_advice", sa.Integer(), nullable=True),
        sa.Column("outcome_three_months", text(), nullable=True),
        sa.Column("outcome_six_months", text(), nullable=True),
        sa.Column("signal_codes", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_monitoring_row")),
    )
    op.create_table(
        "organisation",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", moment(), nullable=False),
        sa.Column("name", text(), nullable=False),
        sa.Column(
            "kind", words("organisationkind", "aanbieder gemeente gi onderwijs zorg anders"), nullable=False
        ),
        sa.Column("place", text(), nullable=True),
        sa.Column("tag", text(), nullable=True),
        sa.Column("contracted", sa.Boolean(), nullable=True),
        sa.Column("mandate_note", text(), nullable=True),
        sa.Column("ended", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organisation")),
    )
    with op.batch_alter_table("organisation", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_organisation_name"), ["name"], unique=False)

    op.create_table(
        "region",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", moment(), nullable=False),
        sa.Column("name", text(), nullable=False),
        sa.Column("lead_municipality", text(), nullable=True),
        sa.Column("address", text(), nullable=True),
        sa.Column("phone", text(), nullable=True),
        sa.Column("email", text(), nullable=True),
        sa.Column("legal_basis", text(), nullable=True),
        sa.Column("binding_text", text(), nullable=True),
        sa.Column("complaint_text", text(), nullable=True),
        sa.Column("confidant_text", text(), nullable=True),
        sa.Column("data_text", text(), nullable=True),
        sa.Column("triage_days", sa.Integer(), nullable=False),
        sa.Column("draft_days", sa.Integer(), nullable=False),
        sa.Column("facts_check_days", sa.Integer(), nullable=False),
        sa.Column("send_days", sa.Integer(), nullable=False),
        sa.Column("changeover_minutes", sa.Integer(), nullable=False),
        sa.Column("break_after_minutes", sa.Integer(), nullable=False),
        sa.Column("idle_lock_minutes", sa.Integer(), nullable=False),
        sa.Column("meeting_lock_minutes", sa.Integer(), nullable=False),
        sa.Column("purge_after_days", sa.Integer(), nullable=False),
        sa.Column("adult_warning_months", sa.Integer(), nullable=False),
        sa.Column("escalation_text", text(), nullable=True),
        sa.Column("pass_on_text", text(), nullable=True),
        sa.Column("roles_text", text(), nullable=True),
        sa.Column("letters_folder", text(), nullable=True),
        sa.Column("theme", text(), nullable=True),
        sa.Column("is_demo", sa.Boolean(), nullable=False),
        sa.Column("restore_tested_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_region")),
    )
    op.create_table(
        "revision",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", moment(), nullable=False),
        sa.Column("object_kind", text(), nullable=False),
        sa.Column("object_id", sa.Uuid(), nullable=False),
        sa.Column("object_version", sa.Integer(), nullable=False),
        sa.Column("changed_by_id", sa.Uuid(), nullable=True),
        sa.Column("content", text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_revision")),
    )
    with op.batch_alter_table("revision", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_revision_object_id"), ["object_id"], unique=False)

    op.create_table(
        "search_entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", text(), nullable=False),
        sa.Column("object_id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_search_entry")),
        sa.UniqueConstraint("object_id", "kind", name=op.f("uq_search_entry_object_id")),
    )
    with op.batch_alter_table("search_entry", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_search_entry_case_id"), ["case_id"], unique=False)

    op.create_table(
        "analysis",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", moment(), nullable=False),
        sa.Column("family_words", text(), nullable=True),
        sa.Column("perspective_living", text(), nullable=True),
        sa.Column("perspective_learning", text(), nullable=True),
        sa.Column("perspective_relations", text(), nullable=True),
        sa.Column("perspective_year", text(), nullable=True),
        sa.Column("contradictions", text(), nullable=True),
        sa.Column("missing_diagnostics", text(), nullable=True),
        sa.Column("in_plain_words", text(), nullable=True),
        sa.Column("recognised", words("recognised", "ja deels nee"), nullable=True),
        sa.Column("recognised_note", text(), nullable=True),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"], ["case.id"], name=op.f("fk_analysis_case_id_case"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_analysis")),
        sa.UniqueConstraint("case_id", name=op.f("uq_analysis_case_id")),
    )
    op.create_table(
        "authority_holder",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", moment(), nullable=False),
        sa.Column("name", text(), nullable=True),
        sa.Column("relation", words("authorityrelation", "moeder vader ouder voogd gi"), nullable=True),
        sa.Column("address", text(), nullable=True),
        sa.Column("address_secret", sa.Boolean(), nullable=False),
        sa.Column("phone", text(), nullable=True),
        sa.Column("email", text(), nullable=True),
        sa.Column("informed_on", sa.Date(), nullable=True),
        sa.Column("has_authority", sa.Boolean(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"], ["case.id"], name=op.f("fk_authority_holder_case_id_case"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_authority_holder")),
    )
    with op.batch_alter_table("authority_holder", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_authority_holder_case_id"), ["case_id"], unique=False)

    op.create_table(
        "care_spell",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", moment(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=True),
        sa.Column("to_on", sa.Date(), nullable=True),
        sa.Column(
            "kind",
            words("carekind", "plaatsing ambulant diagnostiek school maatregel crisis anders"),
            nullable=True,
        ),
        sa.Column("provider", text(), nullable=True),
        sa.Column("why_ended", text(), nullable=True),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"], ["case.id"], name=op.f("fk_care_spell_case_id_case"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_care_spell")),
    )
    with op.batch_alter_table("care_spell", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_care_spell_case_id"), ["case_id"], unique=False)

    op.create_table(
        "complaint",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", moment(), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=True),
        sa.Column("from_whom", text(), nullable=False),
        sa.Column("about", text(), nullable=False),
        sa.Column("handled_by", text(), nullable=True),
        sa.Column("answer_by", sa.Date(), nullable=True),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column(
            "outcome",
            words("complaintoutcome", "gegrond deels ongegrond bemiddeld ingetrokken"),
            nullable=True,
        ),
        sa.Column("answer", text(), nullable=True),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["case_id"], ["case.id"], name=op.f("fk_complaint_case_id_case"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_complaint")),
    )
    with op.batch_alter_table("complaint", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_complaint_case_id"), ["case_id"], unique=False)

    op.create_table(
        "due_item",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", moment(), nullable=False),
        sa.Column(
            "kind",
            words(
                "duekind",
                "actie evaluatie mandaat brief procesregie niet_gestart opschaling klacht afsluiten afsluitbrief toestemming verjaardag achttien longlist",
            ),
            nullable=False,
        ),
        sa.Column("dated", sa.Boolean(), nullable=False),
        sa.Column("object_id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("item_id", sa.Uuid(), nullable=True),
        sa.Column("number", text(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("text", text(), nullable=False),
        sa.Column("owner", text(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=True),
        sa.Column("municipality", text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"], ["case.id"], name=op.f("fk_due_item_case_id_case"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_due_item")),
        sa.UniqueConstraint("kind", "object_id", name=op.f("uq_due_item_kind")),
    )
    with op.batch_alter_table("due_item", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_due_item_case_id"), ["case_id"], unique=False)
        batch_op.create_index("ix_due_item_dated", ["dated", "due_on"], unique=False)
        batch_op.create_index("ix_due_item_kind", ["kind", "due_on"], unique=False)

    op.create_table(
        "factor",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", moment(), nullable=False),
        sa.Column("text", text(), nullable=True),
        sa.Column(
            "domain", words("factordomain", "jeugdige gezin netwerk onderwijs hulpverlening"), nullable=False
        ),
        sa.Column("kind", words("factorkind", "klacht risico beschermend kracht"), nullable=False),
        sa.Column(
            "role",
            words("factorrole", "ontstaan uitlokkend in_stand_houdend verergerend helpend"),
            nullable=True,
        ),
        sa.Column("source", text(), nullable=True),
        sa.Column("certainty", words("factoropinion", "feit mening"), nullable=True),
        sa.Column("contested", sa.Boolean(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"], ["case.id"], name=op.f("fk_factor_case_id_case"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_factor")),
    )
    with op.batch_alter_table("factor", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_factor_case_id"), ["case_id"], unique=False)

    op.create_table(
        "goal",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", moment(), nullable=False),
        sa.Column("text", text(), nullable=True),
        sa.Column("whose", text(), nullable=True),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"], ["case.id"], name=op.f("fk_goal_case_id_case"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_goal")),
    )
    with op.batch_alter_table("goal", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_goal_case_id"), ["case_id"], unique=False)

    op.create_table(
        "hypothesis",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", moment(), nullable=False),
        sa.Column("text", text(), nullable=True),
        sa.Column("arguments_for", text(), nullable=True),
        sa.Column("arguments_against", text(), nullable=True),
        sa.Column(
            "status", words("hypothesisstatus", "voorgesteld gedeeld betwist verworpen"), nullable=False
        ),
        sa.Column("status_by", text(), nullable=True),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"], ["case.id"], name=op.f("fk_hypothesis_case_id_case"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hypothesis")),
    )
    with op.batch_alter_table("hypothesis", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_hypothesis_case_id"), ["case_id"], unique=False)

    op.create_table(
        "member",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", moment(), nullable=False),
        sa.Column("name", text(), nullable=False),
        sa.Column(
            "function",
            words(
                "teamfunction",
                "voorzitter vervangend_voorzitter procesondersteuner expert beleid manager stuurgroep procesversneller",
            ),
            nullable=False,
        ),
        sa.Column("organisation_id", sa.Uuid(), nullable=True),
        sa.Column("profession", text(), nullable=True),
        sa.Column("tag", text(), nullable=True),
        sa.Column("core_team", sa.Boolean(), nullable=False),
        sa.Column("phone", text(), nullable=True),
        sa.Column("email", text(), nullable=True),
        sa.Column("secrecy_basis", words("secrecybasis", "beroep wet overeenkomst"), nullable=True),
        sa.Column("stands_in_for_id", sa.Uuid(), nullable=True),
        sa.Column("registration_number", text(), nullable=True),
        sa.Column("registration_valid_until", sa.Date(), nullable=True),
        sa.Column("training_hours", sa.Integer(), nullable=True),
        sa.Column("training_due_on", sa.Date(), nullable=True),
        sa.Column("week_hours", sa.Integer(), nullable=True),
        sa.Column("availability", text(), nullable=True),
        sa.Column("away_from", sa.Date(), nullable=True),
        sa.Column("away_until", sa.Date(), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_member_organisation_id_organisation")
        ),
        sa.ForeignKeyConstraint(
            ["stands_in_for_id"], ["member.id"], name=op.f("fk_member_stands_in_for_id_member")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_member")),
    )
    with op.batch_alter_table("member", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_member_name"), ["name"], unique=False)
        batch_op.create_index(batch_op.f("ix_member_organisation_id"), ["organisation_id"], unique=False)

    op.create_table(
        "own_statement",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", moment(), nullable=False),
        sa.Column("by_whom", text(), nullable=True),
        sa.Column("given_on", sa.Date(), nullable=True),
        sa.Column("text", text(), nullable=True),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"], ["case.id"], name=op.f("fk_own_statement_case_id_case"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_own_statement")),
    )
    with op.batch_alter_table("own_statement", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_own_statement_case_id"), ["case_id"], unique=False)

    op.create_table(
        "refusal",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", moment(), nullable=False),
        sa.Column("provider", text(), nullable=True),
        sa.Column(
            "reason",
            words(
                "refusalreason",
                "woonplaatsbeginsel groep indicatie problematiek wachtlijst contract veiligheid anders",
            ),
            nullable=True,
        ),
        sa.Column("note", text(), nullable=True),
        sa.Column("refused_on", sa.Date(), nullable=True),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"], ["case.id"], name=op.f("fk_refusal_case_id_case"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_refusal")),
    )
    with op.batch_alter_table("refusal", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_refusal_case_id"), ["case_id"], unique=False)

    op.create_table(
        "account",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", moment(), nullable=False),
        sa.Column("member_id", sa.Uuid(), nullable=False),
        sa.Column("login", text(), nullable=False),
        sa.Column(
            "role", words("role", "voorzitter vervangend_voorzitter procesondersteuner lezer"), nullable=False
        ),
        sa.Column("withdrawn_at", moment(), nullable=True),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_account_member_id_member")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_account")),
        sa.UniqueConstraint("login", name=op.f("uq_account_login")),
    )
    with op.batch_alter_table("account", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_account_member_id"), ["member_id"], unique=False)

    op.create_table(
        "analysis_version",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", moment(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("label", text(), nullable=False),
        sa.Column("taken_at", moment(), nullable=False),
        sa.Column("taken_by_id", sa.Uuid(), nullable=True),
        sa.Column("content", text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"], ["case.id"], name=op.f("fk_analysis_version_case_id_case"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["taken_by_id"], ["member.id"], name=op.f("fk_analysis_version_taken_by_id_member")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_analysis_version")),
    )
    with op.batch_alter_table("analysis_version", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_analysis_version_case_id"), ["case_id"], unique=False)

    op.create_table(
        "case_closing",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", moment(), nullable=False),
        sa.Column("kind", words("closingkind", "opgelost afgeschaald zonder_oplossing"), nullable=False),
        sa.Column("reason", text(), nullable=True),
        sa.Column(
            "escalation", words("escalationchoice", "geen procesversneller ben bestuurlijk"), nullable=True
        ),
        sa.Column("stays_responsible", text(), nullable=True),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("closed_on", sa.Date(), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=True),
        sa.Column("letter_on", sa.Date(), nullable=True),
        sa.Column("letter_how", text(), nullable=True),
        sa.Column("reopened_at", moment(), nullable=True),
        sa.Column("new_question", text(), nullable=True),
        sa.ForeignKeyConstraint(["by_id"], ["member.id"], name=op.f("fk_case_closing_by_id_member")),
        sa.ForeignKeyConstraint(
            ["case_id"], ["case.id"], name=op.f("fk_case_closing_case_id_case"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_closing")),
    )
    with op.batch_alter_table("case_closing", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_case_closing_case_id"), ["case_id"], unique=False)

    op.create_table(
        "case_document",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", moment(), nullable=False),
        sa.Column("title", text(), nullable=True),
        sa.Column(
            "kind",
            words("documentkind", "aanmelding analyse verslag onderzoek besluit toestemming anders"),
            nullable=False,
        ),
        sa.Column("from_whom", text(), nullable=True),
        sa.Column("for_bundle", sa.Boolean(), nullable=False),
        sa.Column("note", text(), nullable=True),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("file_name", text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("fingerprint", text(), nullable=False),
        sa.Column("text", text(), nullable=False),
        sa.Column("text_complete", sa.Boolean(), nullable=False),
        sa.Column("added_at", moment(), nullable=False),
        sa.Column("added_by_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(
            ["added_by_id"], ["member.id"], name=op.f("fk_case_document_added_by_id_member")
        ),
        sa.ForeignKeyConstraint(
            ["case_id"], ["case.id"], name=op.f("fk_case_document_case_id_case"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_document")),
    )
    with op.batch_alter_table("case_document", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_case_document_case_id"), ["case_id"], unique=False)

    op.create_table(
        "case_entry",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", moment(), nullable=False),
        sa.Column("kind", words("entrykind", "resultaat telefoon feit verhuizing notitie"), nullable=False),
        sa.Column("happened_on", sa.Date(), nullable=True),
        sa.Column("text", text(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=True),
        sa.Column("withdrawn_at", moment(), nullable=True),
        sa.ForeignKeyConstraint(["by_id"], ["member.id"], name=op.f("fk_case_entry_by_id_member")),
        sa.ForeignKeyConstraint(
            ["case_id"], ["case.id"], name=op.f("fk_case_entry_case_id_case"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_entry")),
    )
    with op.batch_alter_table("case_entry", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_case_entry_case_id"), ["case_id"], unique=False)

    op.create_table(
        "consultation",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", moment(), nullable=False),
        sa.Column("about", text(), nullable=False),
        sa.Column(
            "asker",
            words("applicantkind", "gemeente gi aanbieder arts onderwijs ouder jeugdige anders"),
            nullable=True,
        ),
        sa.Column("advice", text(), nullable=True),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.Column("asked_on", sa.Date(), nullable=True),
        sa.Column("organisation", text(), nullable=True),
        sa.Column("case_id", sa.Uuid(), nullable=True),
        sa.Column("by_id", sa.Uuid(), nullable=True),
        sa.Column("removed_at", moment(), nullable=True),
        sa.ForeignKeyConstraint(["by_id"], ["member.id"], name=op.f("fk_consultation_by_id_member")),
        sa.ForeignKeyConstraint(
            ["case_id"], ["case.id"], name=op.f("fk_consultation_case_id_case"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consultation")),
    )
    with op.batch_alter_table("consultation", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_consultation_case_id"), ["case_id"], unique=False)

    op.create_table(
        "destruction",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", moment(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("case_number", text(), nullable=False),
        sa.Column(
            "reason", words("destructionreason", "op_verzoek na_overdracht vergissing"), nullable=False
        ),
        sa.Column("destroyed_at", moment(), nullable=False),
        sa.Column("destroyed_by_id", sa.Uuid(), nullable=True),
        sa.Column("rows", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["destroyed_by_id"], ["member.id"], name=op.f("fk_destruction_destroyed_by_id_member")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_destruction")),
        sa.UniqueConstraint("case_id", name=op.f("uq_destruction_case_id")),
    )
    op.create_table(
        "escalation",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", moment(), nullable=False),
        sa.Column("level", words("escalationlevel", "procesversneller ben bestuurlijk"), nullable=False),
        sa.Column("to_whom", text(), nullable=False),
        sa.Column("question", text(), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=True),
        sa.Column("answer_by", sa.Date(), nullable=True),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("asked_by_id", sa.Uuid(), nullable=True),
        sa.Column("answered_by", text(), nullable=True),
        sa.Column("answer", text(), nullable=True),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("result", text(), nullable=True),
        sa.Column("back_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["asked_by_id"], ["member.id"], name=op.f("fk_escalation_asked_by_id_member")
        ),
        sa.ForeignKeyConstraint(
            ["case_id"], ["case.id"], name=op.f("fk_escalation_case_id_case"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_escalation")),
    )
    with op.batch_alter_table("escalation", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_escalation_case_id"), ["case_id"], unique=False)

    op.create_table(
        "factor_link",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", moment(), nullable=False),
        sa.Column("from_id", sa.Uuid(), nullable=False),
        sa.Column("to_id", sa.Uuid(), nullable=False),
        sa.Column("effect", words("linkeffect", "versterkt remt"), nullable=False),
        sa.ForeignKeyConstraint(
            ["from_id"], ["factor.id"], name=op.f("fk_factor_link_from_id_factor"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["to_id"], ["factor.id"], name=op.f("fk_factor_link_to_id_factor"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_factor_link")),
        sa.UniqueConstraint("from_id", "to_id", name=op.f("uq_factor_link_from_id")),
    )
    with op.batch_alter_table("factor_link", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_factor_link_from_id"), ["from_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_factor_link_to_id"), ["to_id"], unique=False)

    op.create_table(
        "meeting",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", moment(), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=True),
        sa.Column("starts_at", text(), nullable=True),
        sa.Column("ends_at", text(), nullable=True),
        sa.Column("place", text(), nullable=True),
        sa.Column("chair_id", sa.Uuid(), nullable=True),
        sa.Column("reflection", text(), nullable=True),
        sa.Column(
            "status", words("meetingstatus", "gepland loopt gepauzeerd gesloten vervallen"), nullable=False
        ),
        sa.Column("opened_at", moment(), nullable=True),
        sa.Column("closed_at", moment(), nullable=True),
        sa.Column("current_item_id", sa.Uuid(), nullable=True),
        sa.Column("frozen_hash", text(), nullable=True),
        sa.Column("last_seen_at", moment(), nullable=True),
        sa.ForeignKeyConstraint(["chair_id"], ["member.id"], name=op.f("fk_meeting_chair_id_member")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting")),
    )
    with op.batch_alter_table("meeting", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_meeting_status"), ["status"], unique=False)

    op.create_table(
        "permission",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", moment(), nullable=False),
        sa.Column("giver", words("permissiongiver", "jeugdige gezag"), nullable=True),
        sa.Column("holder_id", sa.Uuid(), nullable=True),
        sa.Column(
            "purpose",
            words(
                "permissionpurpose",
                "bespreken_met_naam bespreken_zonder_naam stukken_delen advies_sturen leren",
            ),
            nullable=True,
        ),
        sa.Column("to_whom", text(), nullable=True),
        sa.Column(
            "answer", words("permissionanswer", "gevraagd gegeven geweigerd ingetrokken"), nullable=True
        ),
        sa.Column("given_on", sa.Date(), nullable=True),
        sa.Column("how", words("permissionhow", "schriftelijk mondeling aan_tafel"), nullable=True),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("withdrawn_on", sa.Date(), nullable=True),
        sa.Column("note", text(), nullable=True),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"], ["case.id"], name=op.f("fk_permission_case_id_case"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["holder_id"],
            ["authority_holder.id"],
            name=op.f("fk_permission_holder_id_authority_holder"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_permission")),
    )
    with op.batch_alter_table("permission", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_permission_case_id"), ["case_id"], unique=False)

    op.create_table(
        "triage",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", moment(), nullable=False),
        sa.Column("regular_routes_tried", words("answer", "ja nee onbekend"), nullable=True),
        sa.Column("question_clear", words("question_clear", "ja nee onbekend"), nullable=True),
        sa.Column("urgent", words("urgent", "ja nee onbekend"), nullable=True),
        sa.Column(
            "outcome",
            words("triageoutcome", "bespreken consultatie lokaal_team aanvullen doorverwijzen spoed"),
            nullable=True,
        ),
        sa.Column("reason", text(), nullable=True),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("decided_by_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(
            ["case_id"], ["case.id"], name=op.f("fk_triage_case_id_case"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["decided_by_id"], ["member.id"], name=op.f("fk_triage_decided_by_id_member")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_triage")),
    )
    with op.batch_alter_table("triage", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_triage_case_id"), ["case_id"], unique=False)

    op.create_table(
        "agenda_item",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", moment(), nullable=False),
        sa.Column("title", text(), nullable=True),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=True),
        sa.Column(
            "kind",
            words("agendakind", "opening terugkoppeling casus leren pauze signaalronde reflectie"),
            nullable=False,
        ),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("status", words("agendastatus", "wacht bezig klaar doorgeschoven"), nullable=False),
        sa.Column(
            "current_step",
            words(
                "step",
                "opening stem vraag analyse verheldering ronde richtingen mandaat voorlezen afspraken signalen afsluiting",
            ),
            nullable=False,
        ),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_agenda_item_case_id_case")),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_agenda_item_meeting_id_meeting"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agenda_item")),
    )
    with op.batch_alter_table("agenda_item", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_agenda_item_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_agenda_item_meeting_id"), ["meeting_id"], unique=False)

    op.create_table(
        "case_document_content",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", moment(), nullable=False),
        sa.Column("document_id", sa.Uuid(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"],
            ["case_document.id"],
            name=op.f("fk_case_document_content_document_id_case_document"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_document_content")),
        sa.UniqueConstraint("document_id", name=op.f("uq_case_document_content_document_id")),
    )
    op.create_table(
        "advice",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", moment(), nullable=False),
        sa.Column("summary", text(), nullable=True),
        sa.Column("why", text(), nullable=True),
        sa.Column("bridging", text(), nullable=True),
        sa.Column("bridging_contact", text(), nullable=True),
        sa.Column("safety", text(), nullable=True),
        sa.Column("school", text(), nullable=True),
        sa.Column("perspective", text(), nullable=True),
        sa.Column("at_eighteen", text(), nullable=True),
        sa.Column("dissent", text(), nullable=True),
        sa.Column("escalation", text(), nullable=True),
        sa.Column("escalate_on", sa.Date(), nullable=True),
        sa.Column("letter_by", sa.Date(), nullable=True),
        sa.Column("may_pass_on", text(), nullable=True),
        sa.Column("item_id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("status", words("advicestatus", "concept vastgesteld"), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("established_at", moment(), nullable=True),
        sa.Column("established_by_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(
            ["case_id"], ["case.id"], name=op.f("fk_advice_case_id_case"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["established_by_id"], ["member.id"], name=op.f("fk_advice_established_by_id_member")
        ),
        sa.ForeignKeyConstraint(
            ["item_id"], ["agenda_item.id"], name=op.f("fk_advice_item_id_agenda_item"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_advice")),
        sa.UniqueConstraint("item_id", name=op.f("uq_advice_item_id")),
    )
    with op.batch_alter_table("advice", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_advice_case_id"), ["case_id"], unique=False)

    op.create_table(
        "advice_item",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", moment(), nullable=False),
        sa.Column("what", text(), nullable=True),
        sa.Column("why", text(), nullable=True),
        sa.Column("goal", text(), nullable=True),
        sa.Column("by_whom", text(), nullable=True),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column(
            "kind",
            words(
                "advicetype",
                "voorkomen_uhp diagnostiek netwerk ambulant wonen onderwijs_zorg 18plus procesregie normaliseren maatwerk anders",
            ),
            nullable=True,
        ),
        sa.Column("item_id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("removed_at", moment(), nullable=True),
        sa.ForeignKeyConstraint(
            ["case_id"], ["case.id"], name=op.f("fk_advice_item_case_id_case"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["item_id"],
            ["agenda_item.id"],
            name=op.f("fk_advice_item_item_id_agenda_item"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_advice_item")),
    )
    with op.batch_alter_table("advice_item", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_advice_item_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_advice_item_item_id"), ["item_id"], unique=False)

    op.create_table(
        "clock_segment",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", moment(), nullable=False),
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("item_id", sa.Uuid(), nullable=True),
        sa.Column(
            "step",
            words(
                "step",
                "opening stem vraag analyse verheldering ronde richtingen mandaat voorlezen afspraken signalen afsluiting",
            ),
            nullable=True,
        ),
        sa.Column("paused", sa.Boolean(), nullable=False),
        sa.Column("started_at", moment(), nullable=False),
        sa.Column("ended_at", moment(), nullable=True),
        sa.ForeignKeyConstraint(
            ["item_id"],
            ["agenda_item.id"],
            name=op.f("fk_clock_segment_item_id_agenda_item"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"],
            ["meeting.id"],
            name=op.f("fk_clock_segment_meeting_id_meeting"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_clock_segment")),
    )
    with op.batch_alter_table("clock_segment", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_clock_segment_meeting_id"), ["meeting_id"], unique=False)

    op.create_table(
        "commitment",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", moment(), nullable=False),
        sa.Column("what", text(), nullable=True),
        sa.Column("item_id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("removed_at", moment(), nullable=True),
        sa.ForeignKeyConstraint(
            ["case_id"], ["case.id"], name=op.f("fk_commitment_case_id_case"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["item_id"],
            ["agenda_item.id"],
            name=op.f("fk_commitment_item_id_agenda_item"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_commitment")),
    )
    with op.batch_alter_table("commitment", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_commitment_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_commitment_item_id"), ["item_id"], unique=False)

    op.create_table(
        "direction",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", moment(), nullable=False),
        sa.Column("name", text(), nullable=True),
        sa.Column("organisation", text(), nullable=True),
        sa.Column("phone", text(), nullable=True),
        sa.Column("email", text(), nullable=True),
        sa.Column("deputy", text(), nullable=True),
        sa.Column("family_contact", text(), nullable=True),
        sa.Column("accepted", sa.Boolean(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("item_id", sa.Uuid(), nullable=True),
        sa.Column("role", words("directionrole", "procesregisseur casusregisseur"), nullable=False),
        sa.Column("member_id", sa.Uuid(), nullable=True),
        sa.Column("handed_from_id", sa.Uuid(), nullable=True),
        sa.Column("handed_reason", text(), nullable=True),
        sa.Column("accepted_at", moment(), nullable=True),
        sa.Column("ended_at", moment(), nullable=True),
        sa.Column("end_reason", text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["case_id"], ["case.id"], name=op.f("fk_direction_case_id_case"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["item_id"],
            ["agenda_item.id"],
            name=op.f("fk_direction_item_id_agenda_item"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_direction_member_id_member")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_direction")),
    )
    with op.batch_alter_table("direction", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_direction_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_direction_item_id"), ["item_id"], unique=False)

    op.create_table(
        "discussion",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", moment(), nullable=False),
        sa.Column("question", text(), nullable=True),
        sa.Column("question_confirmed", sa.Boolean(), nullable=False),
        sa.Column("question_answer", text(), nullable=True),
        sa.Column("permission_ground", text(), nullable=True),
        sa.Column("family_words", text(), nullable=True),
        sa.Column("young_person_words", text(), nullable=True),
        sa.Column("voice_missing_reason", text(), nullable=True),
        sa.Column("no_signals", sa.Boolean(), nullable=False),
        sa.Column("item_id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("read_aloud_at", moment(), nullable=True),
        sa.Column("closed_at", moment(), nullable=True),
        sa.Column("close_reason", text(), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_discussion_case_id_case")),
        sa.ForeignKeyConstraint(
            ["item_id"],
            ["agenda_item.id"],
            name=op.f("fk_discussion_item_id_agenda_item"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_discussion_meeting_id_meeting")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_discussion")),
        sa.UniqueConstraint("item_id", name=op.f("uq_discussion_item_id")),
    )
    with op.batch_alter_table("discussion", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_discussion_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_discussion_meeting_id"), ["meeting_id"], unique=False)

    op.create_table(
        "evaluation",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", moment(), nullable=False),
        sa.Column(
            "moment",
            words("evaluationmoment", "2_weken 6_weken 3_maanden 6_maanden extra afsluiting"),
            nullable=False,
        ),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("note", text(), nullable=True),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("item_id", sa.Uuid(), nullable=True),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("lapsed_at", moment(), nullable=True),
        sa.ForeignKeyConstraint(
            ["case_id"], ["case.id"], name=op.f("fk_evaluation_case_id_case"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["item_id"],
            ["agenda_item.id"],
            name=op.f("fk_evaluation_item_id_agenda_item"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evaluation")),
    )
    with op.batch_alter_table("evaluation", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_evaluation_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_evaluation_item_id"), ["item_id"], unique=False)

    op.create_table(
        "letter",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", moment(), nullable=False),
        sa.Column("sent_on", sa.Date(), nullable=True),
        sa.Column("sent_how", text(), nullable=True),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("item_id", sa.Uuid(), nullable=False),
        sa.Column("kind", words("letterkind", "ouders jeugdige verwijzer"), nullable=False),
        sa.Column("holder_id", sa.Uuid(), nullable=True),
        sa.Column("addressee", text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("advice_number", sa.Integer(), nullable=False),
        sa.Column("status", words("letterstatus", "concept definitief"), nullable=False),
        sa.Column("file_name", text(), nullable=False),
        sa.Column("fingerprint", text(), nullable=False),
        sa.Column("made_at", moment(), nullable=False),
        sa.Column("made_by_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(
            ["case_id"], ["case.id"], name=op.f("fk_letter_case_id_case"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["holder_id"],
            ["authority_holder.id"],
            name=op.f("fk_letter_holder_id_authority_holder"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["item_id"], ["agenda_item.id"], name=op.f("fk_letter_item_id_agenda_item"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["made_by_id"], ["member.id"], name=op.f("fk_letter_made_by_id_member")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letter")),
    )
    with op.batch_alter_table("letter", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_letter_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_letter_item_id"), ["item_id"], unique=False)

    op.create_table(
        "option",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", moment(), nullable=False),
        sa.Column("text", text(), nullable=True),
        sa.Column("status", words("optionstatus", "open gekozen afgevallen"), nullable=False),
        sa.Column("why", text(), nullable=True),
        sa.Column("item_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["item_id"], ["agenda_item.id"], name=op.f("fk_option_item_id_agenda_item"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_option")),
    )
    with op.batch_alter_table("option", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_option_item_id"), ["item_id"], unique=False)

    op.create_table(
        "seat",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", moment(), nullable=False),
        sa.Column("name", text(), nullable=True),
        sa.Column(
            "role",
            words(
                "tablerole",
                "jeugdige moeder vader ouder voogd steunpersoon aanmelder behandelaar expert voorzitter procesondersteuner tolk anders",
            ),
            nullable=False,
        ),
        sa.Column("tag", text(), nullable=True),
        sa.Column("organisation_id", sa.Uuid(), nullable=True),
        sa.Column("profession", text(), nullable=True),
        sa.Column(
            "presence", words("presence", "verwacht aanwezig later afwezig vertrokken"), nullable=False
        ),
        sa.Column("stands_in_for", text(), nullable=True),
        sa.Column("secrecy_basis", words("secrecybasis", "beroep wet overeenkomst"), nullable=True),
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("item_id", sa.Uuid(), nullable=True),
        sa.Column("member_id", sa.Uuid(), nullable=True),
        sa.Column("holder_id", sa.Uuid(), nullable=True),
        sa.Column("arrived_at", moment(), nullable=True),
        sa.Column("left_at", moment(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["holder_id"],
            ["authority_holder.id"],
            name=op.f("fk_seat_holder_id_authority_holder"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["item_id"], ["agenda_item.id"], name=op.f("fk_seat_item_id_agenda_item"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_seat_meeting_id_meeting"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_seat_member_id_member")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_seat_organisation_id_organisation")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_seat")),
    )
    with op.batch_alter_table("seat", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_seat_item_id"), ["item_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_seat_meeting_id"), ["meeting_id"], unique=False)

    op.create_table(
        "signal",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", moment(), nullable=False),
        sa.Column(
            "code",
            words(
                "signalcode",
                "wachtlijst ontbrekend_aanbod kleinschalig_wonen onvoorwaardelijk_wonen overgang_18 regie_onduidelijk afwijzing contractering normaliseren geen_perspectief onderwijs_zorg mandaat analyse_ontbreekt complexe_scheiding eetstoornis toegankelijkheid overig",
            ),
            nullable=False,
        ),
        sa.Column("level", words("signallevel", "lokaal regionaal bovenregionaal landelijk"), nullable=False),
        sa.Column("text", text(), nullable=True),
        sa.Column("meeting_id", sa.Uuid(), nullable=True),
        sa.Column("item_id", sa.Uuid(), nullable=True),
        sa.Column("case_id", sa.Uuid(), nullable=True),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"], ["case.id"], name=op.f("fk_signal_case_id_case"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["item_id"], ["agenda_item.id"], name=op.f("fk_signal_item_id_agenda_item"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_signal_meeting_id_meeting"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_signal")),
    )
    with op.batch_alter_table("signal", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_signal_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_signal_item_id"), ["item_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_signal_meeting_id"), ["meeting_id"], unique=False)

    op.create_table(
        "step_mark",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", moment(), nullable=False),
        sa.Column("item_id", sa.Uuid(), nullable=False),
        sa.Column(
            "step",
            words(
                "step",
                "opening stem vraag analyse verheldering ronde richtingen mandaat voorlezen afspraken signalen afsluiting",
            ),
            nullable=False,
        ),
        sa.Column("done_at", moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["item_id"], ["agenda_item.id"], name=op.f("fk_step_mark_item_id_agenda_item"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_step_mark")),
        sa.UniqueConstraint("item_id", "step", name=op.f("uq_step_mark_item_id")),
    )
    with op.batch_alter_table("step_mark", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_step_mark_item_id"), ["item_id"], unique=False)

    op.create_table(
        "advice_outcome",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", moment(), nullable=False),
        sa.Column("result", words("outcomeresult", "loopt uitgevoerd deels niet"), nullable=False),
        sa.Column(
            "reason",
            words("outcomereason", "plek geld mandaat wachtlijst gezin nieuwe_feiten niet_vastgelegd anders"),
            nullable=True,
        ),
        sa.Column("note", text(), nullable=True),
        sa.Column("advice_item_id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("evaluation_id", sa.Uuid(), nullable=True),
        sa.Column("by_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(
            ["advice_item_id"],
            ["advice_item.id"],
            name=op.f("fk_advice_outcome_advice_item_id_advice_item"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["by_id"], ["member.id"], name=op.f("fk_advice_outcome_by_id_member")),
        sa.ForeignKeyConstraint(
            ["case_id"], ["case.id"], name=op.f("fk_advice_outcome_case_id_case"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["evaluation_id"],
            ["evaluation.id"],
            name=op.f("fk_advice_outcome_evaluation_id_evaluation"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_advice_outcome")),
    )
    with op.batch_alter_table("advice_outcome", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_advice_outcome_advice_item_id"), ["advice_item_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_advice_outcome_case_id"), ["case_id"], unique=False)

    op.create_table(
        "advice_version",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", moment(), nullable=False),
        sa.Column("advice_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("established_at", moment(), nullable=False),
        sa.Column("established_by_id", sa.Uuid(), nullable=True),
        sa.Column("content", text(), nullable=False),
        sa.Column("fingerprint", text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["advice_id"], ["advice.id"], name=op.f("fk_advice_version_advice_id_advice"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["established_by_id"], ["member.id"], name=op.f("fk_advice_version_established_by_id_member")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_advice_version")),
    )
    with op.batch_alter_table("advice_version", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_advice_version_advice_id"), ["advice_id"], unique=False)

    op.create_table(
        "agreed_action",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", moment(), nullable=False),
        sa.Column("what", text(), nullable=True),
        sa.Column("owner", text(), nullable=True),
        sa.Column("organisation_id", sa.Uuid(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("status", words("actionstatus", "open bezig klaar vastgelopen vervallen"), nullable=False),
        sa.Column("status_reason", text(), nullable=True),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("item_id", sa.Uuid(), nullable=True),
        sa.Column("owner_seat_id", sa.Uuid(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("removed_at", moment(), nullable=True),
        sa.ForeignKeyConstraint(
            ["case_id"], ["case.id"], name=op.f("fk_agreed_action_case_id_case"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["item_id"],
            ["agenda_item.id"],
            name=op.f("fk_agreed_action_item_id_agenda_item"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_agreed_action_organisation_id_organisation"),
        ),
        sa.ForeignKeyConstraint(
            ["owner_seat_id"],
            ["seat.id"],
            name=op.f("fk_agreed_action_owner_seat_id_seat"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreed_action")),
    )
    with op.batch_alter_table("agreed_action", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_agreed_action_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_agreed_action_item_id"), ["item_id"], unique=False)

    op.create_table(
        "contribution",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", moment(), nullable=False),
        sa.Column("text", text(), nullable=False),
        sa.Column(
            "kind",
            words("contributionkind", "observatie actie vraag kracht zorg eigen_woorden advies signaal"),
            nullable=False,
        ),
        sa.Column("seat_id", sa.Uuid(), nullable=True),
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("item_id", sa.Uuid(), nullable=False),
        sa.Column(
            "step",
            words(
                "step",
                "opening stem vraag analyse verheldering ronde richtingen mandaat voorlezen afspraken signalen afsluiting",
            ),
            nullable=True,
        ),
        sa.Column("said_at", moment(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("withdrawn_at", moment(), nullable=True),
        sa.Column("used", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["item_id"],
            ["agenda_item.id"],
            name=op.f("fk_contribution_item_id_agenda_item"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"],
            ["meeting.id"],
            name=op.f("fk_contribution_meeting_id_meeting"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["seat_id"], ["seat.id"], name=op.f("fk_contribution_seat_id_seat"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contribution")),
    )
    with op.batch_alter_table("contribution", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_contribution_item_id"), ["item_id"], unique=False)
        batch_op.create_index("ix_contribution_meeting_id", ["meeting_id", "sequence"], unique=False)

    op.create_table(
        "evaluation_report",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", moment(), nullable=False),
        sa.Column("situation", text(), nullable=True),
        sa.Column("moves", sa.Integer(), nullable=True),
        sa.Column("family_words", text(), nullable=True),
        sa.Column("young_person_words", text(), nullable=True),
        sa.Column("lesson", text(), nullable=True),
        sa.Column("how", words("evaluationhow", "gesprek telefoon brief overleg"), nullable=True),
        sa.Column(
            "next_step", words("nextstep", "volgen agenda opschalen afschalen afsluiten"), nullable=True
        ),
        sa.Column("evaluation_id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"], ["case.id"], name=op.f("fk_evaluation_report_case_id_case"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["evaluation_id"],
            ["evaluation.id"],
            name=op.f("fk_evaluation_report_evaluation_id_evaluation"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evaluation_report")),
        sa.UniqueConstraint("evaluation_id", name=op.f("uq_evaluation_report_evaluation_id")),
    )
    with op.batch_alter_table("evaluation_report", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_evaluation_report_case_id"), ["case_id"], unique=False)

    op.create_table(
        "family_reaction",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", moment(), nullable=False),
        sa.Column("view", words("familyview", "eens deels niet"), nullable=True),
        sa.Column("words", text(), nullable=True),
        sa.Column("item_id", sa.Uuid(), nullable=False),
        sa.Column("seat_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["item_id"],
            ["agenda_item.id"],
            name=op.f("fk_family_reaction_item_id_agenda_item"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["seat_id"], ["seat.id"], name=op.f("fk_family_reaction_seat_id_seat"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_family_reaction")),
        sa.UniqueConstraint("item_id", "seat_id", name=op.f("uq_family_reaction_item_id")),
    )
    with op.batch_alter_table("family_reaction", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_family_reaction_item_id"), ["item_id"], unique=False)

    op.create_table(
        "mandate",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", moment(), nullable=False),
        sa.Column("person", text(), nullable=True),
        sa.Column("result", words("mandateresult", "ja ja_mits nee navragen"), nullable=True),
        sa.Column("condition", text(), nullable=True),
        sa.Column("limit", text(), nullable=True),
        sa.Column("decided_by", text(), nullable=True),
        sa.Column("decide_before", sa.Date(), nullable=True),
        sa.Column("contracted", sa.Boolean(), nullable=True),
        sa.Column(
            "funding",
            words("funding", "regulier pgb niet_gecontracteerd maatwerkbudget ben anders"),
            nullable=True,
        ),
        sa.Column("instead", text(), nullable=True),
        sa.Column("doubt", text(), nullable=True),
        sa.Column("commitment_id", sa.Uuid(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["commitment_id"],
            ["commitment.id"],
            name=op.f("fk_mandate_commitment_id_commitment"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_mandate_organisation_id_organisation")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mandate")),
        sa.UniqueConstraint("commitment_id", "organisation_id", name=op.f("uq_mandate_commitment_id")),
    )
    with op.batch_alter_table("mandate", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_mandate_commitment_id"), ["commitment_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_mandate_organisation_id"), ["organisation_id"], unique=False)

    op.create_table(
        "option_judgement",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", moment(), nullable=False),
        sa.Column("option_id", sa.Uuid(), nullable=False),
        sa.Column(
            "principle",
            words(
                "principle",
                "zo_thuis zo_licht zo_kort voorkomt_uithuisplaatsing normaliseert perspectief achttien onvoorwaardelijk",
            ),
            nullable=False,
        ),
        sa.Column("verdict", words("principleverdict", "past deels niet"), nullable=False),
        sa.ForeignKeyConstraint(
            ["option_id"],
            ["option.id"],
            name=op.f("fk_option_judgement_option_id_option"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_option_judgement")),
        sa.UniqueConstraint("option_id", "principle", name=op.f("uq_option_judgement_option_id")),
    )
    with op.batch_alter_table("option_judgement", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_option_judgement_option_id"), ["option_id"], unique=False)

    op.create_table(
        "postponement",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", moment(), nullable=False),
        sa.Column("to_on", sa.Date(), nullable=False),
        sa.Column("reason", text(), nullable=False),
        sa.Column("evaluation_id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=True),
        sa.Column("by_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(["by_id"], ["member.id"], name=op.f("fk_postponement_by_id_member")),
        sa.ForeignKeyConstraint(
            ["case_id"], ["case.id"], name=op.f("fk_postponement_case_id_case"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["evaluation_id"],
            ["evaluation.id"],
            name=op.f("fk_postponement_evaluation_id_evaluation"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_postponement")),
    )
    with op.batch_alter_table("postponement", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_postponement_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_postponement_evaluation_id"), ["evaluation_id"], unique=False)

    op.create_table(
        "sent",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", moment(), nullable=False),
        sa.Column("sent_on", sa.Date(), nullable=True),
        sa.Column("sent_how", text(), nullable=True),
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("item_id", sa.Uuid(), nullable=True),
        sa.Column("case_id", sa.Uuid(), nullable=True),
        sa.Column("seat_id", sa.Uuid(), nullable=True),
        sa.Column(
            "kind",
            words(
                "outgoingkind",
                "uitnodiging_gezin uitnodiging_professional agenda regieboek leesbundel kalender",
            ),
            nullable=False,
        ),
        sa.Column("addressee", text(), nullable=False),
        sa.Column("with_roles", sa.Boolean(), nullable=False),
        sa.Column("file_name", text(), nullable=False),
        sa.Column("fingerprint", text(), nullable=False),
        sa.Column("made_at", moment(), nullable=False),
        sa.Column("made_by_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(
            ["case_id"], ["case.id"], name=op.f("fk_sent_case_id_case"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["item_id"], ["agenda_item.id"], name=op.f("fk_sent_item_id_agenda_item"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["made_by_id"], ["member.id"], name=op.f("fk_sent_made_by_id_member")),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_sent_meeting_id_meeting"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["seat_id"], ["seat.id"], name=op.f("fk_sent_seat_id_seat"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sent")),
    )
    with op.batch_alter_table("sent", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sent_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_sent_item_id"), ["item_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_sent_meeting_id"), ["meeting_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_sent_seat_id"), ["seat_id"], unique=False)

    op.create_table(
        "action_change",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", moment(), nullable=False),
        sa.Column("action_id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("status", words("actionstatus", "open bezig klaar vastgelopen vervallen"), nullable=False),
        sa.Column("owner", text(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("reason", text(), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(
            ["action_id"],
            ["agreed_action.id"],
            name=op.f("fk_action_change_action_id_agreed_action"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["by_id"], ["member.id"], name=op.f("fk_action_change_by_id_member")),
        sa.ForeignKeyConstraint(
            ["case_id"], ["case.id"], name=op.f("fk_action_change_case_id_case"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_action_change")),
    )
    with op.batch_alter_table("action_change", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_action_change_action_id"), ["action_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_action_change_case_id"), ["case_id"], unique=False)

    op.create_table(
        "mandate_answer",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", moment(), nullable=False),
        sa.Column("result", words("mandateresult", "ja ja_mits nee navragen"), nullable=False),
        sa.Column("condition", text(), nullable=True),
        sa.Column("decided_by", text(), nullable=True),
        sa.Column("decide_before", sa.Date(), nullable=True),
        sa.Column("instead", text(), nullable=True),
        sa.Column("reason", text(), nullable=True),
        sa.Column("mandate_id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(["by_id"], ["member.id"], name=op.f("fk_mandate_answer_by_id_member")),
        sa.ForeignKeyConstraint(
            ["case_id"], ["case.id"], name=op.f("fk_mandate_answer_case_id_case"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["mandate_id"],
            ["mandate.id"],
            name=op.f("fk_mandate_answer_mandate_id_mandate"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mandate_answer")),
    )
    with op.batch_alter_table("mandate_answer", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_mandate_answer_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_mandate_answer_mandate_id"), ["mandate_id"], unique=False)


def downgrade() -> None:
    """There is no way back: restore the backup that was made before the upgrade."""
    raise NotImplementedError
