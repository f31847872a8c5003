"""The product: a student program and a school program over one model of a portfolio."""
