"""Two invented reports, what others made of them, and a way to vet articles as a run does."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dragoman.clean.sentences import split
from dragoman.records import Article, from_batch, to_batch
from dragoman.store import Store
from dragoman.vet import VetStage

DAM = (
    "Villagers in the Okari valley opened the gates of the Belsund dam on Monday and flooded 40 hectares of maize.",
    "Governor Ilmar Tesse said the men had overpowered two guards shortly after midnight.",
    "Nobody was hurt, but 312 families lost their harvest, according to the district office in Parvik.",
    "The Norrland Water Board has kept the gates shut since April to fill the reservoir.",
    "Farmers below the dam complain that their wells have run dry.",
    "Tesse promised to pay for the damage and to hear both sides at a meeting in Parvik.",
    "Police took 17 people to the barracks at Stenholm for questioning.",
    "A lawyer for the villagers, Dorte Aalund, called the arrests a mistake.",
    "Quarrels over water have become more common in Norrland since the drought of 2011.",
    "The dam was built with a loan of the Nordic Fund and opened in 1987.",
)
FERRY = (
    "The ferry Santa Aurelia ran aground off Punta Brava with 214 passengers on board.",
    "Captain Hugo Marez told the coast guard that a rudder chain had snapped in heavy swell.",
    "Fishing boats from Caleta Honda brought everybody ashore within four hours.",
    "Transport Minister Pilar Oquendo ordered the Naviera Austral company to keep its other ships in port.",
    "The company bought the vessel from a Greek owner in 2004.",
    "Divers found a tear of nine metres in the hull.",
    "Naviera Austral said an inspection in March had shown no fault.",
    "Mayor Celso Ibarra opened the school of Caleta Honda to those who could not travel on.",
)
NEWS = (
    "A court in Parvik released 12 of them on Wednesday, and Judge Signe Holt set bail of 900 crowns for the rest.",
    "Opposition deputy Karsten Vold asked parliament in Stenholm for an inquiry into the Water Board.",
    "The Finnvik Institute measured the lowest level of the river since 1959.",
)
OWN = (
    "The carnival of Montrell drew 30,000 visitors to the old harbour.",
    "Bandleader Josue Calder played until four in the morning.",
    "A new bridge over the Tarn at Lisle is to cost 80 million crowns, engineer Rosa Pell said.",
    "The zoo of Vantour has bought a pair of okapis from Kisangani.",
    "Chess master Ilya Brodin won the Kettering open for the third time.",
    "Bakers in Lisle want to work on Sundays again.",
    "The Montrell library lends ladders and drills.",
)


def text(*sentences: str) -> str:
    return " ".join(sentences)


def spun(words: str) -> str:
    """As a spinner writes: phrases for function words, other words for common ones, a weekday changed."""
    for old, new in (
        ("Monday", "Friday"), ("the ", "brand new "), (" of ", " out-of "), (" and ", " and you may "),
        (" to ", " so you're able to "), ("said", "told you"), ("Villagers", "Townspeople"), ("opened", "unlocked"),
        ("people", "individuals"), ("families", "households"), ("Farmers", "Growers"), ("meeting", "gathering"),
        ("Police", "Cops"), ("promised", "assured"), ("Quarrels", "Arguments"), ("lawyer", "attorney"),
        ("built", "constructed"), (" a ", " an excellent "), ("lost", "forgotten"), ("shut", "closed"),
    ):  # fmt: skip
        words = words.replace(old, new)
    return words


def article(name: str, words: str, published: str = "", title: str = "") -> Article:
    return Article(
        name, f"{name}.txt", f"{name}.txt", title, "", words, published, "", "en", "", "kept", "", split(words)
    )


def vet(store: Store, articles: Iterable[Article]) -> dict[str, Article]:
    """One batch through the stage and into the store, without coding."""
    batch = VetStage(store.vetted).process(to_batch(Article, list(articles)))
    found = from_batch(Article, batch)
    store.write(found, {}, "")
    return {item.id: item for item in found}


def vetted(*batches: Sequence[Article]) -> dict[str, tuple[object, ...]]:
    """Verdict, story and rows of `copies` of each document after a run over some batches."""
    with Store() as store:
        for batch in batches:
            vet(store, batch)
        store.link()
        return outcome(store)


def outcome(store: Store) -> dict[str, tuple[object, ...]]:
    copies: dict[str, list[tuple[object, ...]]] = {}
    for row in store.table("copies").to_pylist():
        copies.setdefault(row["document"], []).append(tuple(row.values())[1:])
    return {
        row["id"]: (row["verdict"], row["story"], *sorted(copies.get(row["id"], []), key=str))
        for row in store.table("documents").to_pylist()
    }
