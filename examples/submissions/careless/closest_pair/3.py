import numpy as np
from scipy.spatial import cKDTree

def closest_distance(points):
    tree = cKDTree(np.array(points))
    d, _ = tree.query(points, k=2)
    return float(d[:, 1].min())
