"""Statements on maturity, and named programmes."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("sentence", "direction", "speaker"),
    [
        ("Members of Alpha Together felt that relationships were strong.", "strength", "author"),
        ("Members felt that relationships in Alpha were strong.", "strength", "self"),
        ("In Alpha the use of data is a strength.", "strength", "author"),
        ("In Alpha sharing of data needs most work.", "development_area", "author"),
        ("Alpha Together has further to go in hearing from residents.", "development_area", "author"),
        ("The Alpha partnership has achieved real improvements in discharge.", "strength", "author"),
        ("This has led to better partnership working in Alpha.", "strength", "author"),
        ("There is a strong commitment to joint working among partners in Alpha.", "strength", "author"),
    ],
)
def test_a_statement(code, sentence, direction, speaker):
    assert [(row.direction, row.speaker) for row in code(sentence, "statements")] == [(direction, speaker)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Alpha Together met in May.",
        "Strengths and weaknesses of Alpha were discussed.",
        "Relationships in Alpha are not strong.",
        "The plan for Alpha was noted.",
        "It supports better partnership working in Alpha.",
        "Alpha Together helps closer collaboration between practices.",
        "There is a firm commitment to keeping the strong relationships between partners in Alpha.",
        "The hospital in Alpha is in a strong position financially.",
        "Place-based working built on trust between partners can make relationships strong.",
    ],
)
def test_no_strength(code, sentence):
    assert [row for row in code(sentence, "statements") if row.direction == "strength"] == []


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Healthy Hearts, a programme in ten wards, helps people in Alpha.", ["Healthy Hearts"]),
        ("Alpha takes part in the New Hospitals Programme.", []),
        ("However, a programme of work in Alpha has begun.", []),
        ("Members referred to how the report mentioned the Healthy Hearts Programme in Alpha.", []),
        ("Partners in Alpha deliver the Healthy Hearts programme.", ["Healthy Hearts"]),
    ],
)
def test_a_programme_has_a_name_of_its_own(code, sentence, names):
    assert [row.name for row in code(sentence, "programmes")] == names


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The Committee welcomed the good progress made by Alpha Together.", [("strength", "scrutiny")]),
        (
            "The Panel was concerned that residents of Alpha had not been consulted.",
            [("development_area", "scrutiny")],
        ),
        (
            "The reviewers praised the trust among leaders in Alpha. They found that sharing was patchy.",
            [("strength", "peer"), ("development_area", "peer")],
        ),
        ("In Alpha the lack of a shared plan was seen as a weakness.", [("development_area", "author")]),
        (
            '"We met in Alpha. Trust between us is far better than it was," says its chair.',
            [("strength", "self")],
        ),
        ("There are still challenges around recruitment in Alpha.", [("development_area", "author")]),
    ],
)
def test_who_judges(code, text, told):
    assert [(row.direction, row.speaker) for row in code(text, "statements")] == told


@pytest.mark.parametrize(
    "sentence",
    [
        "In Alpha the roads are poor and the buses are slow.",
        "There are no barriers to sharing data in Alpha.",
        "Despite many years of poor relationships between partners, Alpha signed an agreement.",
        "Waiting times in Alpha remain a challenge for the partnership.",
        "The partnership in Alpha works well with young people who struggle with school.",
        "The mayor sees the mix of towns in Alpha as a real strength.",
        "Partners in Alpha looked at what works well together elsewhere.",
        "Joint working in Alpha is not weak.",
        "Members welcomed the new chair of Alpha Together.",
        "The Board in Alpha welcomed the progress report.",
        "The Committee expressed concern about waiting times in Alpha.",
        "The Committee was concerned that patients in Alpha could not see a dentist.",
        "Members welcomed the commitment of new money to the hospital in Alpha; investment is due.",
        "Residents said that information on buses in Alpha was poor.",
        "In Alpha it is important to build strong relationships between partners.",
    ],
)
def test_no_judgement_on_joint_work(code, sentence):
    assert code(sentence, "statements") == []


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("People in Alpha know Warm Welcome, our programme for lonely people.", ["Warm Welcome"]),
        ("The work in Alpha is led by Pat Jones, our programme director.", []),
        ("It was built with Alpha Council, a scheme for key workers.", []),
        ("Alpha, a programme for carers, has begun.", []),
    ],
)
def test_what_is_told_of_a_programme_names_no_body(code, sentence, names):
    assert [row.name for row in code(sentence, "programmes")] == names


@pytest.mark.parametrize(
    ("before", "applies_to"),
    [
        ("The ICB's operating model was agreed in June.", "system"),
        ("Alpha has an operating model for its teams.", "place"),
    ],
)
def test_this_model_belongs_to_whom_the_sentence_before_says(code, before, applies_to):
    rows = code(f"Places\n\nAlpha\n\n{before} This model is not yet fully embedded.\n", "statements")
    assert {(row.direction, row.applies_to) for row in rows} == {("development_area", applies_to)}


def test_the_words_that_introduce_examples_judge_nothing(code):
    text = "Examples of joint work in Alpha that has delivered tangible benefits are:\n- a van\n- a shop\n"
    assert code(text, "statements") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Alpha Together is made up of trusts and charities working closely together to plan care.",
        "In Alpha we want care without limits, breaking down barriers to joint work.",
        "In Alpha ambulance response times are an area for improvement, and so are waiting times.",
        "The Alpha Health and Wellbeing Board has worked closely with the police.",
        "I feel at home in Alpha and see that people there work together effectively.",
    ],
)
def test_what_describes_or_hopes_judges_nothing(code, sentence):
    assert code(f"Place working\n\n{sentence}\n", "statements") == []


@pytest.mark.parametrize(
    ("sentence", "direction"),
    [
        ("In Alpha the strength of the partnership between wards and council is plain to see.", "strength"),
        ("Joint working in Alpha has been particularly successful.", "strength"),
        ("Alpha has strong partnerships with its charities.", "strength"),
        ("In Alpha joint working is seen as business as usual.", "strength"),
        ("There are many examples of joint working in Alpha.", "strength"),
        ("In Alpha joint working of wards and council has reduced falls.", "strength"),
        ("The new ward in Alpha is the result of close collaboration of partners.", "strength"),
        ("Concern was raised at the lack of engagement with partners in Alpha.", "development_area"),
        ("In Alpha it is not clear who leads on shared data.", "development_area"),
        ("Sharing data across Alpha remains a challenge.", "development_area"),
        ("Some relationships in Alpha are still developing.", "development_area"),
    ],
)
def test_how_well_partners_work_together(code, sentence, direction):
    assert {row.direction for row in code(sentence, "statements")} == {direction}


@pytest.mark.parametrize(
    "sentence",
    [
        "The places of North learn from each other, Alpha among them.",
        "Partners in Alpha work closely together to plan discharges.",
        "Alpha has a long history of working together.",
        "Partners in Alpha wish to make real progress on joint work.",
        "The town of Alpha has many strengths.",
        "Alpha's plan builds strong partnerships with charities.",
        "In Alpha I have care where everyone works well together and with me.",
    ],
)
def test_what_partners_do_or_hope_is_no_judgement(code, sentence):
    assert code(sentence, "statements") == []


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Through our Warm Welcome programme partners in Alpha can consider where to spend.", "in_place"),
        ("The Warm Welcome programme will be launched in Alpha next year.", "planned"),
    ],
)
def test_a_programme_that_partners_have_is_there_whatever_they_will_do(code, sentence, status):
    assert [(row.name, row.status) for row in code(sentence, "programmes")] == [("Warm Welcome", status)]


@pytest.mark.parametrize(
    ("answer", "names"),
    [
        ("It was explained that this was a joint scheme of council and trust.", ["Bright Start Programme"]),
        ("It was confirmed that the programme was a whole town initiative.", ["Bright Start Programme"]),
        ("It was explained that money was short.", []),
    ],
)
def test_a_programme_that_members_ask_about_is_one_where_the_answer_says_what_it_is(code, answer, names):
    asked = "Members referred to how the paper mentioned the Bright Start Programme in Alpha."
    assert [row.name for row in code(f"{asked} {answer}", "programmes")] == names


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("It was explained that joint working in Alpha was going well.", "self"),
        ("It added that joint working in Alpha was going well.", "scrutiny"),
    ],
)
def test_who_answers_a_committee_is_not_the_committee(code, words, speaker):
    text = f"Minutes\n\nThe Committee noted what Alpha had done. {words}\n"
    (row,) = code(text, "statements", document_type="minutes")
    assert row.speaker == speaker


@pytest.mark.parametrize(
    "told",
    [
        "We in Alpha are not always good at telling others what our partnership does.",
        "Alpha partners still have a long way to go before racism is gone from the world.",
        "I was delighted to be part of the event and of the joint work of everyone who came to Alpha.",
    ],
)
def test_modesty_courtesy_and_the_state_of_the_world_are_no_statement(code, told):
    assert not code(told, "statements", title="Alpha Together")


@pytest.mark.parametrize(
    "sentence",
    [
        'The chief executive said: "We are in financial crisis and are struggling to remain on plan."',
        "The areas for improvement in the ICB's operational plan include waiting lists in Alpha.",
        "Alpha Together heard that the trust's deficit remains a challenge.",
    ],
)
def test_what_is_said_of_money_or_of_the_plan_of_one_organisation_is_no_statement(code, sentence):
    assert code(sentence, "statements") == []
