"""The first tables of all packages."""

from collections.abc import Sequence

import sqlalchemy as sa
import sqlmodel
from alembic import op


revision: str = '2026_11_23_first_tables'
down_revision: str | Sequence[str] | None = None
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table('calendar_entry',
    sa.Column('uid', sqlmodel.sql.sqltypes.AutoString(length=64), nullable=False),
    sa.Column('family_id', sa.Uuid(), nullable=False),
    sa.Column('side', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('kind', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('starts_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('ends_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('sequence', sa.Integer(), nullable=False),
    sa.Column('changed_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('withdrawn_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.CheckConstraint("kind IN ('stay','session')", name='calendar_entry_kind'),
    sa.CheckConstraint("side IN ('A','B')", name='calendar_entry_side'),
    sa.PrimaryKeyConstraint('uid')
    )
    with op.batch_alter_table('calendar_entry', schema=None) as batch_op:
        batch_op.create_index('calendar_entry_of_side', ['family_id', 'side'], unique=False)

    op.create_table('family',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('code', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('opened_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('family', schema=None) as batch_op:
        batch_op.create_index('family_code_once', ['code'], unique=True)

    op.create_table('handover_record',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('family_id', sa.Uuid(), nullable=False),
    sa.Column('child_id', sa.Uuid(), nullable=False),
    sa.Column('due_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('from_home', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('to_home', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('outcome', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('delivered_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('in_contact', sa.Boolean(), nullable=True),
    sa.Column('recorded_by', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('recorded_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.CheckConstraint("from_home IN ('A','B')", name='handover_record_from_home'),
    sa.CheckConstraint("outcome IN ('took_place','late','missed')", name='handover_record_outcome'),
    sa.CheckConstraint("recorded_by IN ('A','B')", name='handover_record_recorded_by'),
    sa.CheckConstraint("to_home IN ('A','B')", name='handover_record_to_home'),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('handover_record', schema=None) as batch_op:
        batch_op.create_index('handover_record_once', ['family_id', 'child_id', 'due_at', 'recorded_by'], unique=True)

    op.create_table('journal',
    sa.Column('stream', sqlmodel.sql.sqltypes.AutoString(length=64), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('actor_id', sa.Uuid(), nullable=True),
    sa.Column('action', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('subject_id', sa.Uuid(), nullable=True),
    sa.Column('facts', sa.JSON(), nullable=False),
    sa.Column('prev', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('digest', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.PrimaryKeyConstraint('stream', 'number')
    )
    op.create_table('journal_head',
    sa.Column('stream', sqlmodel.sql.sqltypes.AutoString(length=64), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('digest', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.PrimaryKeyConstraint('stream')
    )
    op.create_table('outbox',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('to_id', sa.Uuid(), nullable=False),
    sa.Column('kind', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('dedupe_key', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('facts', sa.JSON(), nullable=False),
    sa.Column('stored_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('due_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('claimed_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('claimed_by', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('attempts', sa.Integer(), nullable=False),
    sa.Column('sent_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('gave_up_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('reference', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('last_error', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('outbox', schema=None) as batch_op:
        batch_op.create_index('ix_outbox_dedupe_key', ['dedupe_key'], unique=True)
        batch_op.create_index('ix_outbox_due_at', ['due_at', 'id'], unique=False)

    op.create_table('person',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('email', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('name', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('language', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('profession', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('accreditation', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('password_hash', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('totp_sealed', sa.LargeBinary(), nullable=True),
    sa.Column('totp_used_step', sa.Integer(), nullable=False),
    sa.Column('created_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.CheckConstraint("language IN ('nl','fr','de','en')", name='person_language'),
    sa.CheckConstraint("profession IN ('none','mediator','family_lawyer','centre_legal','centre_psych','centre_social','centre_coordinator','admin')", name='person_profession'),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('person', schema=None) as batch_op:
        batch_op.create_index('person_email_once', ['email'], unique=True)

    op.create_table('plan_draft',
    sa.Column('family_id', sa.Uuid(), nullable=False),
    sa.Column('author', sqlmodel.sql.sqltypes.AutoString(length=1), nullable=False),
    sa.Column('agreed', sa.JSON(), nullable=False),
    sa.Column('effective_on', sa.Date(), nullable=True),
    sa.Column('changed_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.CheckConstraint("author IN ('A','B')", name='plan_draft_author'),
    sa.PrimaryKeyConstraint('family_id', 'author')
    )
    op.create_table('plan_proposal',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('family_id', sa.Uuid(), nullable=False),
    sa.Column('by_home', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('agreed', sa.JSON(), nullable=False),
    sa.Column('effective_on', sa.Date(), nullable=False),
    sa.Column('status', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('proposed_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('answered_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('counters', sa.Uuid(), nullable=True),
    sa.CheckConstraint("by_home IN ('A','B')", name='plan_proposal_by_home'),
    sa.CheckConstraint("status IN ('open','accepted','countered','withdrawn')", name='plan_proposal_status'),
    sa.ForeignKeyConstraint(['counters'], ['plan_proposal.id'], ),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('plan_proposal', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_plan_proposal_counters'), ['counters'], unique=False)
        batch_op.create_index(batch_op.f('ix_plan_proposal_family_id'), ['family_id'], unique=False)
        batch_op.create_index('plan_proposal_one_open', ['family_id'], unique=True, sqlite_where=sa.text("status = 'open'"), postgresql_where=sa.text("status = 'open'"))

    op.create_table('plan_version',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('family_id', sa.Uuid(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('agreed', sa.JSON(), nullable=False),
    sa.Column('effective_on', sa.Date(), nullable=False),
    sa.Column('digest', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('accepted_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('signatures', sa.Integer(), nullable=False),
    sa.Column('sealed_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('plan_version', schema=None) as batch_op:
        batch_op.create_index('plan_version_number_once', ['family_id', 'number'], unique=True)

    op.create_table('risk_alert',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('family_id', sa.Uuid(), nullable=False),
    sa.Column('rule', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('subject', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('key', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('severity', sa.Integer(), nullable=False),
    sa.Column('state', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('raised_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('due_by', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('strands', sa.Integer(), nullable=False),
    sa.Column('fingerprint', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('claimed_by', sa.Uuid(), nullable=True),
    sa.Column('claimed_discipline', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('claimed_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('decision', sa.JSON(), nullable=True),
    sa.CheckConstraint("state IN ('open', 'claimed', 'awaiting_second', 'decided', 'quiet')", name='ck_risk_alert_state'),
    sa.CheckConstraint("subject IN ('A', 'B')", name='ck_risk_alert_subject'),
    sa.CheckConstraint('severity BETWEEN 1 AND 5', name='ck_risk_alert_severity'),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('risk_alert', schema=None) as batch_op:
        batch_op.create_index('ix_risk_alert_place', ['family_id', 'rule', 'subject', 'key'], unique=True)
        batch_op.create_index('ix_risk_alert_queue', ['state', 'severity', 'due_by'], unique=False)

    op.create_table('risk_watch',
    sa.Column('family_id', sa.Uuid(), nullable=False),
    sa.Column('assess_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('marks', sa.Integer(), nullable=False),
    sa.Column('claimed_until', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.PrimaryKeyConstraint('family_id')
    )
    with op.batch_alter_table('risk_watch', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_risk_watch_assess_at'), ['assess_at'], unique=False)

    op.create_table('sign_up',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('email', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('name', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('language', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('password_hash', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('taken', sa.Boolean(), nullable=False),
    sa.Column('tries', sa.Integer(), nullable=False),
    sa.Column('created_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('expires_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('sign_up', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_sign_up_expires_at'), ['expires_at'], unique=False)

    op.create_table('throttle',
    sa.Column('bucket', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('hits', sa.Integer(), nullable=False),
    sa.Column('window_ends_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.PrimaryKeyConstraint('bucket')
    )
    with op.batch_alter_table('throttle', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_throttle_window_ends_at'), ['window_ends_at'], unique=False)

    op.create_table('trip',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('family_id', sa.Uuid(), nullable=False),
    sa.Column('traveller', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('children', sa.JSON(), nullable=False),
    sa.Column('status', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('depart_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('return_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('stays', sa.JSON(), nullable=False),
    sa.Column('transits', sa.JSON(), nullable=False),
    sa.Column('ticket_out', sa.Boolean(), nullable=True),
    sa.Column('ticket_return', sa.Boolean(), nullable=True),
    sa.Column('mode', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('address', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('phone', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('carrier', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('return_details', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('requested_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('changed_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('departed_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('returned_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.CheckConstraint("status IN ('requested','planned','booked','cancelled')", name='trip_status'),
    sa.CheckConstraint("traveller IN ('A','B')", name='trip_traveller'),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('trip', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_trip_family_id'), ['family_id'], unique=False)

    op.create_table('api_token',
    sa.Column('token_hash', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('person_id', sa.Uuid(), nullable=False),
    sa.Column('name', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('scope', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('created_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('expires_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('used_on', sa.Date(), nullable=True),
    sa.Column('revoked_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.CheckConstraint("scope IN ('read','write')", name='api_token_scope'),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], ),
    sa.PrimaryKeyConstraint('token_hash')
    )
    with op.batch_alter_table('api_token', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_api_token_person_id'), ['person_id'], unique=False)

    op.create_table('child',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('family_id', sa.Uuid(), nullable=False),
    sa.Column('given_name', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('born', sa.Date(), nullable=False),
    sa.Column('community', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('added_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.CheckConstraint("community IN ('FL','FR','DG')", name='child_community'),
    sa.ForeignKeyConstraint(['family_id'], ['family.id'], ),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('child', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_child_family_id'), ['family_id'], unique=False)

    op.create_table('consent',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('family_id', sa.Uuid(), nullable=False),
    sa.Column('trip_id', sa.Uuid(), nullable=True),
    sa.Column('by_home', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('children', sa.JSON(), nullable=False),
    sa.Column('countries', sa.JSON(), nullable=False),
    sa.Column('valid_from', sa.Date(), nullable=False),
    sa.Column('valid_to', sa.Date(), nullable=False),
    sa.Column('given_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('withdrawn_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.CheckConstraint("by_home IN ('A','B')", name='consent_by_home'),
    sa.ForeignKeyConstraint(['trip_id'], ['trip.id'], ),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('consent', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_consent_family_id'), ['family_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_consent_trip_id'), ['trip_id'], unique=False)

    op.create_table('feed',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('person_id', sa.Uuid(), nullable=False),
    sa.Column('family_id', sa.Uuid(), nullable=False),
    sa.Column('name', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('token_hash', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('created_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('expires_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('revoked_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('fetched_on', sa.Date(), nullable=True),
    sa.ForeignKeyConstraint(['family_id'], ['family.id'], ),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], ),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('feed', schema=None) as batch_op:
        batch_op.create_index('feed_token_once', ['token_hash'], unique=True)
        batch_op.create_index(batch_op.f('ix_feed_person_id'), ['person_id'], unique=False)

    op.create_table('feed_copy',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('family_id', sa.Uuid(), nullable=False),
    sa.Column('home', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('etag', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('body', sa.LargeBinary(), nullable=False),
    sa.Column('changed_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('refresh_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.ForeignKeyConstraint(['family_id'], ['family.id'], ),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('feed_copy', schema=None) as batch_op:
        batch_op.create_index('feed_copy_once', ['family_id', 'home'], unique=True)
        batch_op.create_index(batch_op.f('ix_feed_copy_refresh_at'), ['refresh_at'], unique=False)

    op.create_table('invitation',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('family_id', sa.Uuid(), nullable=False),
    sa.Column('invited_by', sa.Uuid(), nullable=False),
    sa.Column('address', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('language', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('token_hash', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('created_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('expires_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('spent_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('withdrawn_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.ForeignKeyConstraint(['family_id'], ['family.id'], ),
    sa.ForeignKeyConstraint(['invited_by'], ['person.id'], ),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('invitation', schema=None) as batch_op:
        batch_op.create_index('invitation_token_once', ['token_hash'], unique=True)
        batch_op.create_index(batch_op.f('ix_invitation_family_id'), ['family_id'], unique=False)

    op.create_table('mandate',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('family_id', sa.Uuid(), nullable=False),
    sa.Column('person_id', sa.Uuid(), nullable=False),
    sa.Column('role', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('asked_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('agreed_a_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('agreed_b_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('accepted_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('conflict_clear_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('declined_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('ends_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('ended_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('barred_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.CheckConstraint("role IN ('mediator','family_lawyer')", name='mandate_role'),
    sa.ForeignKeyConstraint(['family_id'], ['family.id'], ),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], ),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('mandate', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_mandate_family_id'), ['family_id'], unique=False)
        batch_op.create_index('mandate_person_family', ['person_id', 'family_id'], unique=False)

    op.create_table('mediation_session',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('family_id', sa.Uuid(), nullable=False),
    sa.Column('professional_id', sa.Uuid(), nullable=False),
    sa.Column('kind', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('invited', sa.JSON(), nullable=False),
    sa.Column('starts_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('ends_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('place', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('link', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('status', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('changed_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.CheckConstraint("kind IN ('joint','separate')", name='mediation_session_kind'),
    sa.CheckConstraint("status IN ('booked','cancelled')", name='mediation_session_status'),
    sa.ForeignKeyConstraint(['family_id'], ['family.id'], ),
    sa.ForeignKeyConstraint(['professional_id'], ['person.id'], ),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('mediation_session', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_mediation_session_family_id'), ['family_id'], unique=False)
        batch_op.create_index('mediation_session_day', ['professional_id', 'starts_at'], unique=False)

    op.create_table('objection',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('family_id', sa.Uuid(), nullable=False),
    sa.Column('trip_id', sa.Uuid(), nullable=False),
    sa.Column('by_home', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('reason', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('made_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('withdrawn_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.CheckConstraint("by_home IN ('A','B')", name='objection_by_home'),
    sa.ForeignKeyConstraint(['trip_id'], ['trip.id'], ),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('objection', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_objection_family_id'), ['family_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_objection_trip_id'), ['trip_id'], unique=False)
        batch_op.create_index('objection_one_standing', ['trip_id'], unique=True, sqlite_where=sa.text('withdrawn_at IS NULL'), postgresql_where=sa.text('withdrawn_at IS NULL'))

    op.create_table('parent',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('family_id', sa.Uuid(), nullable=False),
    sa.Column('person_id', sa.Uuid(), nullable=False),
    sa.Column('home', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('joined_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.CheckConstraint("home IN ('A','B')", name='parent_home'),
    sa.ForeignKeyConstraint(['family_id'], ['family.id'], ),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], ),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('parent', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_parent_family_id'), ['family_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_parent_person_id'), ['person_id'], unique=False)
        batch_op.create_index('parent_home_once', ['family_id', 'home'], unique=True)
        batch_op.create_index('parent_person_once', ['family_id', 'person_id'], unique=True)

    op.create_table('pathway',
    sa.Column('family_id', sa.Uuid(), nullable=False),
    sa.Column('pathway', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('stage', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('since', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('yes', sa.JSON(), nullable=False),
    sa.Column('facts', sa.JSON(), nullable=False),
    sa.Column('advice', sa.JSON(), nullable=False),
    sa.Column('changes', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['family_id'], ['family.id'], ),
    sa.PrimaryKeyConstraint('family_id')
    )
    op.create_table('plan_signature',
    sa.Column('version_id', sa.Uuid(), nullable=False),
    sa.Column('home', sqlmodel.sql.sqltypes.AutoString(length=1), nullable=False),
    sa.Column('signed_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('digest', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.CheckConstraint("home IN ('A','B')", name='plan_signature_home'),
    sa.ForeignKeyConstraint(['version_id'], ['plan_version.id'], ),
    sa.PrimaryKeyConstraint('version_id', 'home')
    )
    op.create_table('risk_decision',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('alert_id', sa.Uuid(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('move', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('severity', sa.Integer(), nullable=False),
    sa.Column('by', sa.Uuid(), nullable=True),
    sa.Column('discipline', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('outcome', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('reason', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.CheckConstraint("outcome IN ('confirmed', 'explained', 'not_confirmed', 'data_error')", name='ck_risk_decision_outcome'),
    sa.CheckConstraint('severity BETWEEN 1 AND 5', name='ck_risk_decision_severity'),
    sa.ForeignKeyConstraint(['alert_id'], ['risk_alert.id'], ),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('risk_decision', schema=None) as batch_op:
        batch_op.create_index('ix_risk_decision_alert', ['alert_id', 'number'], unique=True)

    op.create_table('risk_finding',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('alert_id', sa.Uuid(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('rule_version', sa.Integer(), nullable=False),
    sa.Column('policy_version', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('severity', sa.Integer(), nullable=False),
    sa.Column('unmitigated', sa.Integer(), nullable=False),
    sa.Column('inputs', sa.JSON(), nullable=False),
    sa.Column('unknown', sa.JSON(), nullable=False),
    sa.Column('mitigators', sa.JSON(), nullable=False),
    sa.Column('parts', sa.JSON(), nullable=False),
    sa.Column('strands', sa.JSON(), nullable=False),
    sa.Column('labels', sa.JSON(), nullable=False),
    sa.Column('evidence', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('raised_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('due_by', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('depart_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.CheckConstraint("evidence IN ('A', 'B', 'C', 'D')", name='ck_risk_finding_evidence'),
    sa.CheckConstraint('severity BETWEEN 1 AND 5', name='ck_risk_finding_severity'),
    sa.CheckConstraint('unmitigated BETWEEN 1 AND 5', name='ck_risk_finding_unmitigated'),
    sa.ForeignKeyConstraint(['alert_id'], ['risk_alert.id'], ),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('risk_finding', schema=None) as batch_op:
        batch_op.create_index('ix_risk_finding_alert', ['alert_id', 'number'], unique=True)

    op.create_table('screening',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('family_id', sa.Uuid(), nullable=False),
    sa.Column('home', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('answers_sealed', sa.LargeBinary(), nullable=False),
    sa.Column('outcome_sealed', sa.LargeBinary(), nullable=False),
    sa.Column('answered_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('cleared_once_by', sa.Uuid(), nullable=True),
    sa.Column('cleared_by', sa.Uuid(), nullable=True),
    sa.CheckConstraint("home IN ('A','B')", name='screening_home'),
    sa.ForeignKeyConstraint(['family_id'], ['family.id'], ),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('screening', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_screening_family_id'), ['family_id'], unique=False)
        batch_op.create_index('screening_once', ['family_id', 'home'], unique=True)

    op.create_table('statement',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('family_id', sa.Uuid(), nullable=False),
    sa.Column('said_by', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('said_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('quote_sealed', sa.LargeBinary(), nullable=False),
    sa.Column('noted_by', sa.Uuid(), nullable=False),
    sa.Column('noted_by_parent', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('noted_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('reading', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('read_by', sa.Uuid(), nullable=True),
    sa.Column('read_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.CheckConstraint("noted_by_parent IN ('','A','B')", name='statement_noted_by_parent'),
    sa.CheckConstraint("reading IN ('threat','ambiguous','none')", name='statement_reading'),
    sa.CheckConstraint("said_by IN ('A','B')", name='statement_said_by'),
    sa.ForeignKeyConstraint(['family_id'], ['family.id'], ),
    sa.ForeignKeyConstraint(['noted_by'], ['person.id'], ),
    sa.ForeignKeyConstraint(['read_by'], ['person.id'], ),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('statement', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_statement_family_id'), ['family_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_statement_noted_by'), ['noted_by'], unique=False)
        batch_op.create_index('statement_waiting', ['reading', 'noted_at'], unique=False)

    op.create_table('trip_version',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('family_id', sa.Uuid(), nullable=False),
    sa.Column('trip_id', sa.Uuid(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('recorded_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('said', sa.JSON(), nullable=False),
    sa.ForeignKeyConstraint(['trip_id'], ['trip.id'], ),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('trip_version', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_trip_version_family_id'), ['family_id'], unique=False)
        batch_op.create_index('trip_version_number_once', ['trip_id', 'number'], unique=True)

    op.create_table('web_session',
    sa.Column('token_hash', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('person_id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('seen_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('fresh_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('ends_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('waits_for_code', sa.Boolean(), nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], ),
    sa.PrimaryKeyConstraint('token_hash')
    )
    with op.batch_alter_table('web_session', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_web_session_ends_at'), ['ends_at'], unique=False)
        batch_op.create_index(batch_op.f('ix_web_session_person_id'), ['person_id'], unique=False)



def downgrade() -> None:
    with op.batch_alter_table('web_session', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_web_session_person_id'))
        batch_op.drop_index(batch_op.f('ix_web_session_ends_at'))

    op.drop_table('web_session')
    with op.batch_alter_table('trip_version', schema=None) as batch_op:
        batch_op.drop_index('trip_version_number_once')
        batch_op.drop_index(batch_op.f('ix_trip_version_family_id'))

    op.drop_table('trip_version')
    with op.batch_alter_table('statement', schema=None) as batch_op:
        batch_op.drop_index('statement_waiting')
        batch_op.drop_index(batch_op.f('ix_statement_noted_by'))
        batch_op.drop_index(batch_op.f('ix_statement_family_id'))

    op.drop_table('statement')
    with op.batch_alter_table('screening', schema=None) as batch_op:
        batch_op.drop_index('screening_once')
        batch_op.drop_index(batch_op.f('ix_screening_family_id'))

    op.drop_table('screening')
    with op.batch_alter_table('risk_finding', schema=None) as batch_op:
        batch_op.drop_index('ix_risk_finding_alert')

    op.drop_table('risk_finding')
    with op.batch_alter_table('risk_decision', schema=None) as batch_op:
        batch_op.drop_index('ix_risk_decision_alert')

    op.drop_table('risk_decision')
    op.drop_table('plan_signature')
    op.drop_table('pathway')
    with op.batch_alter_table('parent', schema=None) as batch_op:
        batch_op.drop_index('parent_person_once')
        batch_op.drop_index('parent_home_once')
        batch_op.drop_index(batch_op.f('ix_parent_person_id'))
        batch_op.drop_index(batch_op.f('ix_parent_family_id'))

    op.drop_table('parent')
    with op.batch_alter_table('objection', schema=None) as batch_op:
        batch_op.drop_index('objection_one_standing', sqlite_where=sa.text('withdrawn_at IS NULL'), postgresql_where=sa.text('withdrawn_at IS NULL'))
        batch_op.drop_index(batch_op.f('ix_objection_trip_id'))
        batch_op.drop_index(batch_op.f('ix_objection_family_id'))

    op.drop_table('objection')
    with op.batch_alter_table('mediation_session', schema=None) as batch_op:
        batch_op.drop_index('mediation_session_day')
        batch_op.drop_index(batch_op.f('ix_mediation_session_family_id'))

    op.drop_table('mediation_session')
    with op.batch_alter_table('mandate', schema=None) as batch_op:
        batch_op.drop_index('mandate_person_family')
        batch_op.drop_index(batch_op.f('ix_mandate_family_id'))

    op.drop_table('mandate')
    with op.batch_alter_table('invitation', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_invitation_family_id'))
        batch_op.drop_index('invitation_token_once')

    op.drop_table('invitation')
    with op.batch_alter_table('feed_copy', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_feed_copy_refresh_at'))
        batch_op.drop_index('feed_copy_once')

    op.drop_table('feed_copy')
    with op.batch_alter_table('feed', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_feed_person_id'))
        batch_op.drop_index('feed_token_once')

    op.drop_table('feed')
    with op.batch_alter_table('consent', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_consent_trip_id'))
        batch_op.drop_index(batch_op.f('ix_consent_family_id'))

    op.drop_table('consent')
    with op.batch_alter_table('child', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_child_family_id'))

    op.drop_table('child')
    with op.batch_alter_table('api_token', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_api_token_person_id'))

    op.drop_table('api_token')
    with op.batch_alter_table('trip', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_trip_family_id'))

    op.drop_table('trip')
    with op.batch_alter_table('throttle', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_throttle_window_ends_at'))

    op.drop_table('throttle')
    with op.batch_alter_table('sign_up', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_sign_up_expires_at'))

    op.drop_table('sign_up')
    with op.batch_alter_table('risk_watch', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_risk_watch_assess_at'))

    op.drop_table('risk_watch')
    with op.batch_alter_table('risk_alert', schema=None) as batch_op:
        batch_op.drop_index('ix_risk_alert_queue')
        batch_op.drop_index('ix_risk_alert_place')

    op.drop_table('risk_alert')
    with op.batch_alter_table('plan_version', schema=None) as batch_op:
        batch_op.drop_index('plan_version_number_once')

    op.drop_table('plan_version')
    with op.batch_alter_table('plan_proposal', schema=None) as batch_op:
        batch_op.drop_index('plan_proposal_one_open', sqlite_where=sa.text("status = 'open'"), postgresql_where=sa.text("status = 'open'"))
        batch_op.drop_index(batch_op.f('ix_plan_proposal_family_id'))
        batch_op.drop_index(batch_op.f('ix_plan_proposal_counters'))

    op.drop_table('plan_proposal')
    op.drop_table('plan_draft')
    with op.batch_alter_table('person', schema=None) as batch_op:
        batch_op.drop_index('person_email_once')

    op.drop_table('person')
    with op.batch_alter_table('outbox', schema=None) as batch_op:
        batch_op.drop_index('ix_outbox_due_at')
        batch_op.drop_index('ix_outbox_dedupe_key')

    op.drop_table('outbox')
    op.drop_table('journal_head')
    op.drop_table('journal')
    with op.batch_alter_table('handover_record', schema=None) as batch_op:
        batch_op.drop_index('handover_record_once')

    op.drop_table('handover_record')
    with op.batch_alter_table('family', schema=None) as batch_op:
        batch_op.drop_index('family_code_once')

    op.drop_table('family')
    with op.batch_alter_table('calendar_entry', schema=None) as batch_op:
        batch_op.drop_index('calendar_entry_of_side')

    op.drop_table('calendar_entry')
