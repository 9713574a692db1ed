"""Papers whose whole layout stands in their form: blocks, conditions and tables as data (`x-body`).

Forms without `x-body` are older versions. They keep the layout that they were printed with.
"""
