"""The one way to read a submitted form.

reader.py reads typed values, each with one sentence if it is wrong; fields.py reads a form that is described as data.
What a text means (a day, a sum) is in admin_ui/shell/typed.py, without any form.
"""
