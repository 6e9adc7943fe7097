from datetime import datetime


def parse(text):
    return datetime.strptime(text, "%d/%m/%Y").date()


def quarter(day):
    return day.year, (day.month - 1) // 3 + 1
