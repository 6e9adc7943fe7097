"""Timetable: the name of each room's building, and the lessons that each teacher gives."""

import sys


class Room:
    __slots__ = ("code", "building", "seats")

    def __init__(self, code, building, seats):
        self.code = code
        self.building = building
        self.seats = seats


class Lesson:
    def __init__(self, number, room_code, teacher):
        self.number = number
        self.room_code = room_code
        self.teacher = teacher


def seats_by_lesson(lessons, rooms):
    result = []
    for lesson in lessons:
        room = next((r for r in rooms if r.code == lesson.room_code), None)
        if room is None:
            result.append((lesson.number, "?", 0))
        else:
            result.append((lesson.number, room.building, room.seats))
    return result


def plan(teachers, lessons):
    return [(name, lesson.number) for name in teachers for lesson in lessons if lesson.teacher == name]


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 9000
    rooms = [Room(i * 7 % size, "house %d" % (i % 12), 10 + i % 40) for i in range(size)]
    lessons = [Lesson(i, i * 31 % (size + 50), "teacher %d" % (i % (size // 4 + 1))) for i in range(size)]
    teachers = ["teacher %d" % i for i in range(size // 4 + 1)]
    seats = seats_by_lesson(lessons, rooms)
    print(sum(s for _, _, s in seats), seats[:3], seats[-1])
    lines = plan(teachers, lessons)
    print(len(lines), lines[:3], lines[-2:])


main()
