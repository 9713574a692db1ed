"""The help beside each form: what it does, what it rests on, what happens next (macro forms.beside).

One module for each group of pages; words.py puts them together. An article is named where one applies, else the rule
of this system. A form that asks for one thing only needs none.
"""
