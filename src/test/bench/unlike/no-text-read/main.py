# Expert: nothing simple: the loop looks at the text that it builds.
# Advice: none
"""Wraps words to a width by looking at what is there."""


def wrap(words, width):
    text = ""
    column = 0
    for word in words:
        if column + len(word) > width:
            text += "\n"
            column = 0
        elif text.endswith(word[:1]):
            text += "-"
            column += 1
        text += word + " "
        column += len(word) + 1
    return text


words = ["word%d" % (n * 7919 % 10007) for n in range(250000)]
text = wrap(words, 72)
print(len(text), text.count("\n"), text.count("-"), text[:30])
