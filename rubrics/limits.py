"""Every limit of this room, named once.

They are far above the largest published frameworks and far below what hurts a tablet. Counts above
a limit refuse the file in words; longer texts are cut and the cut is reported.
"""

RAW_BYTES_MAX = 32 * 1024 * 1024
INFLATED_BYTES_MAX = 64 * 1024 * 1024
# Brackets and commas: bounds the memory that parsed JSON can take, before parsing it.
JSON_MARKS_MAX = 12_000_000
# Lists and objects take far more memory than what stands in them.
JSON_CONTAINERS_MAX = 2_000_000
JSON_DEPTH_MAX = 64
# A file packed twice is met; one packed for ever is a trap.
GZIP_LAYERS_MAX = 3

PACKAGE_COUNT_MAX = 100
LICENCE_COUNT_MAX = 1_000
ITEM_COUNT_MAX = 100_000
ASSOCIATION_COUNT_MAX = 400_000
RUBRIC_COUNT_MAX = 1_000
CRITERION_COUNT_MAX = 200
LEVEL_COUNT_MAX = 50
# Of all rubrics of a file together; of items and associations the limits above count so too.
CRITERION_TOTAL_MAX = 20_000
LEVEL_TOTAL_MAX = 100_000
GROUP_COUNT_MAX = 50
LANGUAGE_COUNT_MAX = 50
TREE_DEPTH_MAX = 32
KEYWORD_COUNT_MAX = 100
BAND_COUNT_MAX = 20

TABLE_ROW_COUNT_MAX = 100_000
TABLE_COLUMN_COUNT_MAX = 200
TABLE_HEADING_ROW_MAX = 20
WORKBOOK_PART_COUNT_MAX = 1_000
WORKBOOK_SIDE_PART_BYTES_MAX = 4 * 1024 * 1024
WORKBOOK_CELL_COUNT_MAX = 10_000_000

IDENTIFIER_CHARACTERS_MAX = 100
LABEL_CHARACTERS_MAX = 1_000
TEXT_CHARACTERS_MAX = 20_000
ADDRESS_CHARACTERS_MAX = 2_000

REPORT_EXAMPLE_COUNT_MAX = 3
REPORT_EXAMPLE_CHARACTERS_MAX = 60
REPORT_KIND_COUNT_MAX = 60
REPORT_REMARK_COUNT_MAX = 60

CATALOG_DOCUMENT_COUNT_MAX = 1_000
SEARCH_QUERY_CHARACTERS_MAX = 200
SEARCH_RESULT_COUNT_MAX = 100
