"""A page maker that writes rows of a table into one text."""

import sys


class Page:
    def __init__(self, title):
        self.title = title
        self.html = "<table>"

    def fill(self, rows):
        for number, name, price in rows:
            self.html += "<tr><td>" + str(number) + "</td>"
            self.html += "<td>%s</td><td>%.2f</td></tr>\n" % (name, price)

    def finish(self):
        return "<h1>" + self.title + "</h1>" + self.html + "</table>"


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 30000
    page = Page("Prices")
    page.fill([(i, "article %d" % (i * 7919 % count), i / 7) for i in range(count)])
    text = page.finish()
    print(len(text), text[:60], text[-40:], sum(map(ord, text)))


main()
