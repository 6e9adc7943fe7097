# Expert: the text is an attribute that grows: collect and join.
# Advice: expected
"""A tiny template engine."""


class Page:
    def __init__(self, title):
        self.html = "<h1>" + title + "</h1>\n"
        self.items = 0

    def add(self, text):
        self.html += "<li>" + text + "</li>\n"
        self.items += 1

    def close(self):
        self.html += "<p>%d items</p>\n" % self.items
        return self.html


def main():
    page = Page("Report")
    for n in range(7000):
        page.add("entry %d of the report, code %d" % (n, n * 31 % 977))
    text = page.close()
    print(len(text), text[-20:].strip())


if __name__ == "__main__":
    main()
