"""Small files in the formats of others, made for tests after their published shapes."""

import json
from pathlib import Path
from typing import Any

import pytest

FRAMEWORKS = Path(__file__).resolve().parents[3] / "shared" / "samples" / "frameworks"
SCHOOL = "https://example.org/resources/ce-3e7df7ec-1a9b-4503-9ff3-21256022b515"
FIRST = "https://example.org/resources/ce-3ac23770-5d0b-49c7-8dca-f891c2868e37"
SECOND = "https://example.org/resources/ce-1b0eeb3f-e8bc-4e0f-8c55-0bcd56905ef2"


def framework_sample(name: str) -> bytes:
    path = FRAMEWORKS / name
    if not path.is_file():
        pytest.skip(f"the published sample {name} is not on this machine")
    return path.read_bytes()


def moodle(width: int = 14) -> bytes:
    """A framework of three competencies, of which one has a comma in its number."""
    heading = ["Ouder", "Nummer", "Kort", "Uitleg", "Vorm", "Schaal", "Instelling", "R", "R", "R"]
    framework = ["", "F1", "Crafts", "About", "1", "Not yet,Done", "[]", "", "", ""]
    rows = [
        ["", "A", "Wood", "<p>Works with &amp; likes wood</p>", "1", "", "", "", "", ""],
        ["A", "A1", "Saw", "Saws", "0", "", "", "all", "", ""],
        ["A", "A,2", "Glue", "<p>One</p><p>Two</p>", "1", "", "", "", "", ""],
    ]
    related = {12: [], 13: [""], 14: ["", ""]}[width]
    lines = [[*heading, *related, "Is", "Tax"], [*framework, *related, "1", "domain,skill"]]
    lines += [[*row, *related, "", ""] for row in rows]
    if width == 14:
        lines[3][10] = "A%2C2"
    return as_csv(lines)


def as_csv(lines: list[list[str]], separator: str = ",") -> bytes:
    quoted = ['"' + cell.replace('"', '""') + '"' for line in lines for cell in line]
    width = len(lines[0])
    rows = [separator.join(quoted[n : n + width]) for n in range(0, len(quoted), width)]
    return ("\r\n".join(rows) + "\r\n").encode()


CANVAS = (
    b"Rubric Name,Criteria Name,Criteria Description,Criteria Enable Range,"
    b"Rating Name,Rating Description,Rating Points,Rating Name,Rating Description,Rating Points\n"
    b"Essay,Clarity,Is it clear,false,Good,Very clear,10,Poor,,0\n"
    b',Spelling,,true,Good,"yes, good",5,Poor,no,0.5\n'
    b"Talk,Voice,,false,Loud,,1\n"
)

D2L: dict[str, Any] = {
    "RubricId": 5,
    "Name": "Project",
    "RubricType": 1,
    "ScoringMethod": 1,
    "Description": {"Text": "All of it", "Html": "<p>All of it</p>"},
    "OverallLevels": [],
    "CriteriaGroups": [
        {
            "Name": "Making",
            "Levels": [
                {"Id": 1, "Name": "Top", "Points": 4},
                {"Id": 2, "Name": "Low", "Points": 1},
            ],
            "Criteria": [
                {
                    "Id": 9,
                    "Name": "Care",
                    "Cells": [
                        {"Description": {"Text": "", "Html": "<b>great</b>"}, "Points": None},
                        {
                            "Description": {"Text": "bad"},
                            "Feedback": {"Text": "Again"},
                            "Points": 0,
                        },
                    ],
                }
            ],
        },
        {
            "Name": "Telling",
            "Levels": [{"Id": 3, "Name": "Yes"}],
            "Criteria": [{"Id": 10, "Name": "Voice", "Cells": [{"Description": "loud"}]}],
        },
    ],
}

CTDL: dict[str, Any] = {
    "@context": "https://credreg.net/ctdlasn/schema/context/json",
    "@graph": [
        {
            "@id": SCHOOL,
            "@type": "ceasn:CompetencyFramework",
            "ceterms:ctid": "ce-3e7df7ec-1a9b-4503-9ff3-21256022b515",
            "ceasn:name": {"en-us": "Safe work", "fr": "Travail sûr"},
            "ceasn:inLanguage": ["en"],
            "ceasn:hasTopChild": {"@list": [FIRST]},
        },
        {
            "@id": SECOND,
            "@type": "ceasn:Competency",
            "ceasn:competencyText": {"en-us": "Wears gloves"},
            "ceasn:isChildOf": [FIRST],
            "ceasn:exactAlignment": ["https://elsewhere.example/x"],
            "ceasn:complexityLevel": "high",
        },
        {
            "@id": FIRST,
            "@type": ["ceasn:Competency"],
            "ceasn:competencyLabel": {"en-us": "Safety"},
            "ceasn:competencyText": {"en-us": "Works safely", "fr": "Travaille en sécurité"},
            "ceasn:codedNotation": "S.1",
            "ceasn:hasChild": [SECOND],
            "ceasn:isTopChildOf": SCHOOL,
        },
        {
            "@id": "https://example.org/r/ce-4ac23770-5d0b-49c7-8dca-f891c2868e37",
            "@type": "ceasn:Rubric",
            "ceasn:name": {"en": "Bench"},
            "ceasn:hasRubricCriterion": ["_:c"],
        },
        {
            "@id": "_:c",
            "@type": "ceasn:RubricCriterion",
            "ceasn:name": {"en": "Gloves"},
            "ceasn:weight": 0.5,
            "ceterms:targetCompetency": [
                {"@type": "ceterms:CredentialAlignmentObject", "ceterms:targetNode": SECOND}
            ],
            "ceasn:hasCriterionLevel": ["_:b", "_:a"],
        },
        {
            "@id": "_:a",
            "@type": "ceasn:CriterionLevel",
            "ceasn:benchmarkLabel": {"en": "Off"},
            "schema:value": 0,
        },
        {
            "@id": "_:b",
            "@type": "ceasn:CriterionLevel",
            "ceasn:benchmarkLabel": {"en": "On"},
            "schema:value": 3,
        },
    ],
}

DIGCOMP: dict[str, Any] = {
    "@context": {"CompetenceArea": "CompetenceArea"},
    "@graph": [
        {
            "@type": "CompetenceArea",
            "@id": "CompetenceArea/1",
            "name": "Searching",
            "description": "To search.",
        },
        {
            "@type": "Competence",
            "@id": "Competence/1.1",
            "name": "Browsing",
            "description": "To browse.",
            "competence_area_id": "CompetenceArea/1",
            "name_nl": "Bladeren",
        },
        {
            "@type": "LearningOutcome",
            "@id": "LearningOutcome/LO1.1.01",
            "description": "Names a site.",
            "type": "Knowledge",
            "ai_label": "AI-Implicit",
            "competence_area_id": "CompetenceArea/1",
            "competence_id": "Competence/1.1",
            "four_levels_proficiency_name": "ProficiencyLevel/Basic",
        },
        {"@type": "Glossary", "@id": "Glossary/Site", "explanation": "A place."},
    ],
}

PLAIN = (
    b"Id;Bovenliggend;Code;Doel;Child 5-7;Extra\n"
    b"a;;1;Kan tekenen;Ik teken;x\n"
    b"b;a;1.1;Kan een lijn tekenen;;\n"
    b"c;nowhere;2;Kan verven;;\n"
)


def as_json(value: Any) -> bytes:
    return json.dumps(value).encode()
