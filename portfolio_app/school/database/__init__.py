"""The school's database: tables, one writer, and the queries; the one home of SQL.

Functions here take an open `Transaction` and return plain values. Nothing that a learner wrote
stands in a column unsealed, and no page, route or rule of the product may enter.
"""
