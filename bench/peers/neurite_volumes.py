"""Volumes a second of neurite's labels_to_image, TensorFlow on one thread: the fastest generator of a peer on a CPU.

usage: neurite_volumes.py LABEL_MAP SECONDS

Needs: pip install tensorflow-cpu==2.15.1 "numpy<2" neurite==0.2 nibabel scikit-image h5py
       pip install --no-deps voxelmorph==0.2
"""
import inspect
import os
import sys
import time

for variable in ('OMP_NUM_THREADS', 'MKL_NUM_THREADS', 'OPENBLAS_NUM_THREADS', 'TF_NUM_INTRAOP_THREADS'):
    os.environ[variable] = '1'
os.environ['TF_CPP_MIN_LOG_LEVEL'] = '3'
os.environ['NEURITE_BACKEND'] = os.environ['VXM_BACKEND'] = 'tensorflow'
if not hasattr(inspect, 'getargspec'):  # neurite 0.2 is older than Python 3.11
    inspect.getargspec = lambda f: inspect.getfullargspec(f)[:4]

import nibabel
import neurite
import numpy as np
import tensorflow as tf

SIZE = 160


def middle(labels):
    """The window of SIZE^3 around the middle of what is not background."""
    window = []
    for axis in range(3):
        used = np.flatnonzero(labels.any(axis=tuple(a for a in range(3) if a != axis)))
        start = (used[0] + used[-1] + 1) // 2 - SIZE // 2
        window.append(slice(max(0, start), max(0, start) + SIZE))
    return np.ascontiguousarray(labels[tuple(window)])


def main():
    path, seconds = sys.argv[1], float(sys.argv[2])
    tf.config.threading.set_intra_op_parallelism_threads(1)
    tf.config.threading.set_inter_op_parallelism_threads(1)
    labels = middle(np.asanyarray(nibabel.load(path).dataobj).astype(np.int32))
    names = [int(label) for label in np.unique(labels)]
    model = neurite.models.labels_to_image(
        in_shape=labels.shape, out_shape=(SIZE,) * 3, in_label_list=names,
        out_label_list={label: label for label in names}, warp_std=3, one_hot=False)
    generate = tf.function(lambda x: model(x))
    volume = tf.constant(labels[None, ..., None])
    for _ in range(2):
        generate(volume)
    count, start = 0, time.perf_counter()
    while time.perf_counter() - start < seconds:
        image, _ = generate(volume)
        image.numpy()
        count += 1
    print('%.4f' % (count / (time.perf_counter() - start)))


main()
