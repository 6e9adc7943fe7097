"""Order ids as a shop's log has them: many customers order again."""
import random


def load_orders(n, seed):
    """n order ids, some of them more than once; the same for the same seed."""
    draw = random.Random(seed)
    return [f"NO-{draw.randrange(n):06d}" for _ in range(n)]
