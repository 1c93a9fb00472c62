"""Which places are alike, in what is stated of their governance or in figures that the reader supplies.

Distances are Gower's, over what both places state; the number of features that they share stands beside each,
and so do the bounds that every completion of what is not stated keeps. Places without enough in common have
no distance and are named as not comparable. `features.toml` says what is compared and how a statement becomes
a value.
"""

from __future__ import annotations

from placebench.benchmark.peers.contextual import contextual_peers
from placebench.benchmark.peers.features import PlaceFeatures, feature_rules, features_of
from placebench.benchmark.peers.gower import Distances, gower
from placebench.benchmark.peers.groups import clusters
from placebench.benchmark.peers.kinds import KINDS, Feature
from placebench.benchmark.peers.nearest import peers

__all__ = [
    "KINDS",
    "Distances",
    "Feature",
    "PlaceFeatures",
    "clusters",
    "contextual_peers",
    "feature_rules",
    "features_of",
    "gower",
    "peers",
]
