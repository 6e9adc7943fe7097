ALLOWED_USERS = ["user%04d" % (n * 3) for n in range(900)]
PUBLIC = ("index", "help", "about")


def is_allowed(user, resource):
    if resource in PUBLIC:
        return True
    return user in ALLOWED_USERS
