"""The closed vocabularies of the model, each code with what it means."""

from __future__ import annotations

from typing import Annotated

import attrs

from placebench.model.fields import Pattern, Reference, Vocabulary

STATUS = Vocabulary(
    "status",
    {
        "in_place": "The source says that it is there.",
        "shadow": "Running in shadow form, without formal effect.",
        "planned": "Decided or announced, not yet there.",
        "option": "Named as a possibility.",
        "expected": "A document requires partnerships to have it.",
        "candidate": "On a long list from which some will be chosen.",
        "emerging": "In discussion or development, not agreed.",
        "ended": "Was there and is no longer.",
        "absent": "The source says that it is not there.",
    },
)
APPLIES_TO = Vocabulary(
    "applies_to",
    {
        "place": "True of the one place named.",
        "each_place": "True of every place of the system.",
        "system": "True of the system itself.",
    },
)
BASIS = Vocabulary(
    "basis",
    {
        "stated": "The source says it.",
        "derived": "A published rule, named in `rule`, draws it from the source.",
        "judged": "A person coded it.",
    },
)
PRECISION = Vocabulary(
    "as_of_precision",
    {"day": "Known to the day.", "month": "Known to the month.", "year": "Known to the year."},
)
BODY_KIND = Vocabulary(
    "body_kind",
    {
        "partnership": "The place-based partnership itself.",
        "partner": "One of its partner organisations.",
        "system": "The integrated care system or its board.",
        "subgroup": "A group under the partnership or beside it.",
        "cross_place_group": "A group of several places.",
        "collaborative": "A provider collaborative.",
        "programme": "A programme of joint work.",
    },
)
SECTOR = Vocabulary(
    "sector",
    {
        "primary_care": (
            "General practice, primary care networks, federations and primary care collaboratives."
        ),
        "acute": "Hospital trusts.",
        "community": "Community health services.",
        "mental_health": "Mental health trusts and services.",
        "ambulance": "Ambulance services.",
        "nhs_trust": "An NHS trust or provider whose kind is not stated.",
        "icb": "The integrated care board, or a clinical commissioning group before July 2022.",
        "local_authority": "County, district, borough, city and unitary councils.",
        "public_health": "Public health teams.",
        "adult_social_care": "Adult social care departments.",
        "children_services": "Children and young people's services.",
        "social_care_providers": "Care homes, home care and other social care providers.",
        "vcse": "Voluntary, community, faith and social enterprise organisations.",
        "healthwatch": "Local Healthwatch.",
        "residents": "Residents, patients, carers and their representatives.",
        "housing": "Housing associations and housing services.",
        "police": "Police forces and police and crime commissioners.",
        "fire": "Fire and rescue services.",
        "education": "Schools and colleges.",
        "university": "Universities and academic health science networks.",
        "business": "Employers and business bodies.",
        "other": "A sector that is none of these.",
    },
)
TOPIC = Vocabulary(
    "topic",
    {
        "children_and_young_people": "Children and young people.",
        "send": "Special educational needs and disability.",
        "mental_health": "Mental health, age not stated.",
        "children_mental_health": "Mental health of children and young people.",
        "adult_mental_health": "Mental health of adults.",
        "learning_disability_and_neurodiversity": "Learning disability, autism and neurodiversity.",
        "urgent_care": "Urgent and emergency care.",
        "hospital_discharge": "Leaving hospital and flow.",
        "admission_avoidance": "Avoiding hospital admission.",
        "primary_care": "General practice and primary care.",
        "community_services": "Community health services.",
        "health_inequalities": "Health inequalities.",
        "prevention": "Prevention and healthy lives.",
        "cardiovascular_disease": "Cardiovascular disease.",
        "continuing_healthcare": "Continuing healthcare and joint funding.",
        "complex_placements": "High-cost and complex placements.",
        "intermediate_care": "Intermediate care and reablement.",
        "premature_mortality": "Premature deaths.",
        "infant_mortality": "Infant deaths.",
        "workforce": "Workforce.",
        "technology_enabled_care": "Technology enabled care and digital.",
        "integrated_care": "Integrated or joined-up care.",
        "out_of_hospital": "Out-of-hospital care.",
        "older_people": "Older people and ageing well.",
        "frailty": "Frailty.",
        "multimorbidity": "Several long-term conditions.",
        "oral_health": "Oral health.",
        "school_readiness": "School readiness and early years.",
        "population_health": "Population health management.",
        "wider_determinants": "Housing, work, income and other wider determinants.",
        "other": "A topic that is none of these.",
    },
)
DELEGATION_SCOPE = Vocabulary(
    "delegation_scope",
    {
        "functions": "Statutory functions or responsibilities.",
        "budget": "Money.",
        "decisions": "Decision-making.",
        "staff": "Staff.",
    },
)
DELEGATION_EXTENT = Vocabulary(
    "delegation_extent",
    {"none": "Nothing is passed.", "partial": "Some is passed.", "full": "All of it is passed."},
)
DELEGATION_TO = Vocabulary(
    "delegation_to",
    {
        "partnership": "The place-based partnership.",
        "committee": "A committee at place.",
        "officer": "A single officer, such as a place director.",
        "provider": "A provider, such as a lead trust.",
        "council": "A council.",
    },
)
POWER = Vocabulary(
    "power",
    {
        "s65z5": "Section 65Z5 of the National Health Service Act 2006.",
        "s75": "Section 75 of the National Health Service Act 2006.",
    },
)
ROLE = Vocabulary(
    "role",
    {
        "chair": "Chairs the body.",
        "co_chair": "Chairs the body jointly with others.",
        "vice_chair": "Deputises for the chair.",
        "place_director": "Director for the place.",
        "place_lead": "Lead for the place.",
        "programme_director": "Directs the partnership's programme.",
        "integration_lead": "Leads integration across partners.",
        "executive_lead": "Executive answerable for place.",
        "clinical_lead": "Leads clinically or professionally.",
        "member_representative": "Represents the place or a sector on a body.",
    },
)
GROUPING = Vocabulary(
    "grouping", {"service": "A service for people.", "enabler": "A function that supports services."}
)
REMIT_LEVEL = Vocabulary("remit_level", {"system": "The whole system.", "place": "One place."})
DELEGATED = Vocabulary(
    "delegated",
    {"yes": "Delegated to place.", "partly": "Delegated in part.", "no": "Not delegated."},
)
COMMITMENT_KIND = Vocabulary(
    "commitment_kind",
    {
        "aim": "What partnerships are for.",
        "service": "A service that every partnership provides or covers.",
        "commitment": "What partnerships will do.",
        "governance_requirement": "What governance they need.",
        "leadership_requirement": "What leadership they need.",
    },
)
DIRECTION = Vocabulary(
    "direction",
    {"increase": "More than before.", "decrease": "Less than before.", "level": "As before."},
)
BOUND = Vocabulary(
    "bound",
    {
        "exact": "The figure itself.",
        "at_least": "The figure or more.",
        "at_most": "The figure or less.",
        "about": "Around the figure.",
    },
)
ACTION = Vocabulary(
    "action",
    {
        "endorse": "To endorse or approve.",
        "note": "To note.",
        "agree": "To agree.",
        "comment": "To comment or discuss.",
        "consider": "To consider.",
        "recommend": "Recommended to another body.",
    },
)
FOOTPRINT_LEVEL = Vocabulary(
    "footprint_level",
    {
        "system": "The integrated care system.",
        "place": "A place.",
        "locality": "A part of a place above neighbourhoods.",
        "neighbourhood": "A neighbourhood or primary care network area.",
    },
)
EXERCISE_KIND = Vocabulary("exercise_kind", {"self": "Self-assessment.", "peer": "Review by peers."})
STEP = Vocabulary(
    "step",
    {
        "offered": "Named as a tool that may be used.",
        "adopted": "Taken up.",
        "done": "Held once.",
        "repeated": "Held again, or regularly.",
    },
)
ASSESSMENT_KIND = Vocabulary(
    "assessment_kind",
    {
        "self": "The partnership rates itself.",
        "peer": "Peers rate it.",
        "documentary": "Derived from documents by published rules.",
    },
)
STATEMENT_DIRECTION = Vocabulary(
    "statement_direction",
    {"strength": "Goes well.", "development_area": "Needs work."},
)
SPEAKER = Vocabulary(
    "speaker",
    {
        "self": "The partnership or one of its leaders.",
        "author": "The author of the document.",
        "scrutiny": "A scrutiny committee.",
        "peer": "A peer reviewer.",
        "system": "The system or its board.",
    },
)
EVENT = Vocabulary(
    "event",
    {
        "place_created": "A place begins.",
        "place_ended": "A place ends.",
        "partnership_created": "A partnership begins.",
        "agreement_ended": "An agreement ends.",
        "merger": "Bodies merge.",
        "footprint_decision": "A decision on boundaries.",
        "renamed": "A body takes another name.",
        "service_opened": "A service opens.",
    },
)
GAP_REASON = Vocabulary(
    "gap_reason",
    {
        "absent": "The document refers to it and does not hold it.",
        "illegible": "It cannot be read.",
        "unpublished": "It exists and was not published.",
        "boundary_lost": "The text is there, the boundaries of its parts are not.",
        "not_assessed": "Somebody was asked for a rating and said that they give none.",
    },
)
CLAIM_OUTCOME = Vocabulary(
    "claim_outcome",
    {
        "read": "The importer read the part.",
        "lost": "Another importer knew the part better.",
        "tied": "Another importer claimed it with equal rank.",
        "refused": "No importer claimed the document.",
        "failed": "The importer raised, or the document could not be read.",
        "timeout": "Reading the document took too long, and was ended.",
        "crashed": "The process that read the document ended.",
    },
)

ARRANGEMENT_CODES = (
    "consultative_forum",
    "executive_authority",
    "icb_committee",
    "joint_committee",
    "lead_provider",
    "committees_in_common",
    "health_and_wellbeing_board",
    "accountable_care_organisation",
    "provider_collaborative",
    "section_75",
    "joint_team",
    "alliance",
    "memorandum_of_understanding",
    "partnership_agreement",
    "informal",
)


@attrs.frozen
class Feature:
    """One governance feature and what its `value` may hold.

    Attributes:
        says: What a row with this feature says.
        codes: The codes that `value` may take; empty where it is free.
        holds: `codes`, `name` (of a body, organisation or strategy), `number`, `text` or `nothing`.
    """

    says: str
    holds: str = "nothing"
    codes: tuple[str, ...] = ()


FEATURES: dict[str, Feature] = {
    "arrangement": Feature(
        "the form of the arrangement; several at once are normal", "codes", ARRANGEMENT_CODES
    ),
    "board": Feature("a board or decision-making group of the partnership", "name"),
    "subcommittees": Feature("a group under the partnership", "name"),
    "terms_of_reference": Feature("terms of reference", "codes", ("agreed", "refreshed", "in_development")),
    "scheme_of_delegation": Feature("a written scheme of delegation"),
    "chairing": Feature(
        "how the chair is filled", "codes", ("single", "joint", "rotating", "independent", "refreshed")
    ),
    "accountable_to": Feature("the organisation that the partnership answers to", "name"),
    "host": Feature("the organisation that hosts or employs the partnership's staff", "name"),
    "dedicated_staff": Feature("staff who work for the partnership alone", "number"),
    "meeting_frequency": Feature(
        "how often the body meets",
        "codes",
        ("weekly", "fortnightly", "monthly", "bimonthly", "quarterly", "annual"),
    ),
    "decision_process": Feature("how disagreement is settled before or at decisions"),
    "risk_sharing": Feature("partners share risk"),
    "pooled_budget": Feature("a pooled budget", "codes", ("better_care_fund", "section_75", "other")),
    "capitated_budget": Feature("a budget by head of population"),
    "shared_vision": Feature("a shared vision or purpose"),
    "shared_plan": Feature("a plan of the partnership", "text"),
    "strategy_alignment": Feature(
        "strategies aligned with those of the other side, named in `value`", "name"
    ),
    "accountability_framework": Feature("how partners hold each other to account for delivery"),
    "clinical_leadership": Feature("a clinical and professional leadership body"),
    "executive_team": Feature("a leadership team for the place"),
    "resident_involvement": Feature("residents take part"),
    "integrated_teams": Feature("teams across organisations"),
    "co_location": Feature("partners work from the same place"),
    "joint_posts": Feature("joint appointments, or one partner's staff deployed with another"),
    "shared_care_record": Feature("a care record that partners share"),
    "population_health_management": Feature("population health management"),
    "leadership_development": Feature("leadership or organisational development"),
    "learning_network": Feature("learning between places or systems"),
    "communications_plan": Feature("a communications or engagement plan"),
    "public_transparency": Feature("meetings or decisions open to the public"),
}
FEATURE = Vocabulary("feature", {name: feature.says for name, feature in FEATURES.items()})

SLUG = Pattern("slug", r"[a-z0-9]+(?:-[a-z0-9]+)*")
PLACE = Pattern("place_id", r"[a-z0-9]+(?:-[a-z0-9]+)*/[a-z0-9]+(?:-[a-z0-9]+)*")
HEX16 = Pattern("hex16", r"[0-9a-f]{16}")
HEX64 = Pattern("sha256", r"[0-9a-f]{64}")
DOMAIN = Pattern("domain", r"[a-z0-9]+(?:_[a-z0-9]+)*")
FRAMEWORK = Pattern("framework_id", r"[a-z0-9]+(?:-[a-z0-9]+)*(?:/[a-z0-9]+(?:-[a-z0-9]+)*)*")

SystemId = Annotated[str, SLUG, Reference("systems", "system_id")]
PlaceId = Annotated[str, PLACE, Reference("places", "place_id")]
SourceId = Annotated[str, HEX16, Reference("sources", "source_id")]
RowId = Annotated[str, HEX16]
FrameworkId = Annotated[str, FRAMEWORK, Reference("frameworks", "framework_id")]
ThemeId = Annotated[str, FRAMEWORK, Reference("themes", "theme_id")]
