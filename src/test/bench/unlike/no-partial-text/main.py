# Expert: nothing: the text that was built until the error is part of the result.
# Advice: none
"""Joins fields until one of them is broken."""


def assemble(fields):
    text = ""
    try:
        for field in fields:
            text += field
            text += ";"
    except TypeError:
        text += "<broken>"
    return text


def records(count):
    for n in range(count):
        fields = ["f%d" % (n * k % 91) for k in range(30)]
        if n % 3 == 0:
            fields[n % 30] = None
        yield fields


total = 0
broken = 0
for fields in records(40000):
    text = assemble(fields)
    total += len(text)
    broken += text.endswith("<broken>")
print(total, broken)
