"""What it costs to send a parcel."""

ZONES = ("home", "near", "far", "overseas")
BASE = {"home": 390, "near": 690, "far": 1290, "overseas": 2190}
HOPS = (3, 5, 8, 11, 14, 18, 23, 29, 36, 44)


def zone(customer):
    """Where a customer lives."""
    return ZONES[customer * 13 // 7 % len(ZONES)]


def route(weight, stops):
    """The least cost of carrying a weight over so many stops, each by one of several carriers."""
    if stops == 0:
        return weight
    best = None
    for index, hop in enumerate(HOPS):
        load = weight * hop % 97
        toll = 0
        for step in range(1, 6):
            toll += (load * step + index) % 13
        cost = load + toll * stops
        if best is None or cost < best:
            best = cost
    return best + route((weight * 3 + stops) % 31, stops - 1)


def fee(weight, place):
    """In cents."""
    stops = 1 + ZONES.index(place)
    return BASE[place] + route(weight % 31, stops)


def insurance(total):
    """One percent, at least 99 cents."""
    return max(99, total // 100)


def label(order, customer, place, weight):
    """Four lines for the parcel."""
    return "\n".join(
        (
            f"order {order:07d}",
            f"customer {customer:05d}",
            f"zone {place}",
            f"weight {weight} kg",
        )
    )
