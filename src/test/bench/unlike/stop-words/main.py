# Expert: the list literal of stop words is scanned for each word: a set.
# Advice: expected
"""Key words of a text."""
import re

TEXT = (
    "the quick brown fox jumps over a lazy dog while seven zebras graze beyond "
    "that hill where nobody ever walks because wolves howl under pale moons "
) * 700


def keywords(text):
    stop = [
        "a", "about", "above", "after", "again", "all", "am", "an", "and", "any", "are", "as", "at",
        "be", "because", "been", "before", "being", "below", "between", "both", "but", "by", "can",
        "did", "do", "does", "doing", "down", "during", "each", "few", "for", "from", "further",
        "had", "has", "have", "having", "he", "her", "here", "hers", "him", "his", "how", "i", "if",
        "in", "into", "is", "it", "its", "just", "me", "more", "most", "my", "no", "nor", "not",
        "now", "of", "off", "on", "once", "only", "or", "other", "our", "out", "over", "own", "same",
        "she", "so", "some", "such", "than", "that", "the", "their", "them", "then", "there", "these",
        "they", "this", "those", "through", "to", "too", "under", "until", "up", "very", "was", "we",
        "were", "what", "when", "where", "which", "while", "who", "whom", "why", "with", "you", "your",
    ]
    counts = {}
    for word in re.findall(r"[a-z]+", text.lower()):
        if word not in stop:
            counts[word] = counts.get(word, 0) + 1
    return counts


for _ in range(8):
    counts = keywords(TEXT)
print(len(counts), sorted(counts.items(), key=lambda p: (-p[1], p[0]))[:4])
