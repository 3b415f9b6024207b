"""Frames a second of pyrender (OpenGL on Mesa's llvmpipe), one process: scenes like those of scenes.yaml.

usage: pyrender_scenes.py MODEL TEXTURES FOLDER FRAMES    renders; prints frames a second, ms of CPU a frame,
                                                          and the subject's share of the pixels
       pyrender_scenes.py textures TEXTURES               writes twenty textures, for both programs
       pyrender_scenes.py share FOLDER SUBJECT            the same share of all masks in a folder

Needs: apt install libegl1 libgl1-mesa-dri; pip install pyrender==0.1.45 trimesh pillow numpy, and then
       pip install -U networkx pyopengl==3.1.9 (pyrender names older ones, which Python 3.10 and later do not load)
"""
import glob
import math
import os
import sys
import time

os.environ['PYOPENGL_PLATFORM'] = 'egl'
for variable in ('OMP_NUM_THREADS', 'OPENBLAS_NUM_THREADS', 'LP_NUM_THREADS'):
    os.environ[variable] = '1'

import numpy as np
from PIL import Image

SIZE = 256
SUBJECT = 2
WARM = 20


def write_textures(folder, count=20):
    random = np.random.default_rng(7)
    y, x = np.mgrid[0:256, 0:256] / 256
    for i in range(count):
        a, b, n = random.integers(0, 256, 3), random.integers(0, 256, 3), random.integers(2, 9)
        t = (random.random((256, 256)), ((x * n).astype(int) + (y * n).astype(int)) % 2,
             0.5 + 0.5 * np.sin(2 * np.pi * n * (x + y)))[i % 3]
        texture = a * (1 - t[..., None]) + b * t[..., None]
        Image.fromarray(texture.astype(np.uint8)).save(os.path.join(folder, '%02d.png' % i))


def share(folder, subject):
    masks = glob.glob(os.path.join(folder, '**', '*-instances.png'), recursive=True)
    return np.mean([np.mean(np.asarray(Image.open(mask)) == subject) for mask in masks])


def turned(position, yaw, scale=1.0):
    c, s = math.cos(yaw), math.sin(yaw)
    pose = np.eye(4)
    pose[:3, :3] = np.array([[c, 0, s], [0, 1, 0], [-s, 0, c]]) * scale
    pose[:3, 3] = position
    return pose


def looking(eye, target):
    z = (eye - target) / np.linalg.norm(eye - target)
    x = np.cross((0, 1, 0), z)
    x /= np.linalg.norm(x)
    pose = np.eye(4)
    pose[:3, 0], pose[:3, 1], pose[:3, 2], pose[:3, 3] = x, np.cross(z, x), z, eye
    return pose


def direction(random, lowest, highest):
    """Uniform over the sphere between two elevations in degrees."""
    height = random.uniform(math.sin(math.radians(lowest)), math.sin(math.radians(highest)))
    azimuth, flat = random.uniform(0, 2 * math.pi), math.sqrt(1 - height * height)
    return np.array([flat * math.cos(azimuth), height, flat * math.sin(azimuth)])


class Scene:
    """A subject of 2 m on a textured ground among three textured solids, one sun, one colour of sky."""

    def __init__(self, model, textures):
        import pyrender
        import trimesh
        self.pyrender = pyrender
        sampler = pyrender.Sampler(magFilter=9729, minFilter=9987, wrapS=10497, wrapT=10497)
        self.textures = [
            pyrender.Texture(source=Image.open(t).convert('RGB'), source_channels='RGB', sampler=sampler)
            for t in sorted(glob.glob(os.path.join(textures, '*.png')))]
        self.scene = pyrender.Scene()
        quad = [(-12, 0, 12), (12, 0, 12), (12, 0, -12), (-12, 0, -12)]
        self.ground = self.add(quad, [(0, 1, 0)] * 4, [(0, 0), (8, 0), (8, 8), (0, 8)], [(0, 1, 2), (0, 2, 3)])
        self.subject = self.scene.add(pyrender.Mesh.from_trimesh(self.meshes(trimesh.load(model))))
        self.solids = [self.add_solid(trimesh.creation.box()),
                       self.add_solid(trimesh.creation.uv_sphere(radius=0.5, count=(16, 16))),
                       self.add_solid(trimesh.creation.box())]
        self.camera = self.scene.add(
            pyrender.PerspectiveCamera(yfov=math.radians(45), aspectRatio=1, znear=0.1, zfar=60))
        self.sun = self.scene.add(pyrender.DirectionalLight(intensity=3))
        nodes = [self.ground, self.subject] + self.solids
        self.ids = {node: (i, 0, 0) for i, node in enumerate(nodes, 1)}
        self.renderer = pyrender.OffscreenRenderer(SIZE, SIZE)

    @staticmethod
    def meshes(scene):
        """All of a file in world coordinates: 2 m along its longest edge, on the ground, in the middle."""
        meshes = scene.dump() if hasattr(scene, 'dump') else [scene]
        meshes = [mesh for mesh in meshes if hasattr(mesh, 'faces')]
        low = np.min([mesh.bounds[0] for mesh in meshes], axis=0)
        high = np.max([mesh.bounds[1] for mesh in meshes], axis=0)
        for mesh in meshes:
            mesh.apply_translation(-np.array([(low[0] + high[0]) / 2, low[1], (low[2] + high[2]) / 2]))
            mesh.apply_scale(2 / np.max(high - low))
        return meshes

    def add(self, positions, normals, coordinates, indices):
        material = self.pyrender.MetallicRoughnessMaterial(
            baseColorTexture=self.textures[0], metallicFactor=0, roughnessFactor=0.8)
        return self.scene.add(self.pyrender.Mesh([self.pyrender.Primitive(
            positions=np.array(positions, np.float32), normals=np.array(normals, np.float32),
            texcoord_0=np.array(coordinates, np.float32), indices=np.array(indices), material=material)]))

    def add_solid(self, mesh):
        around = np.arctan2(mesh.vertices[:, 2], mesh.vertices[:, 0]) / (2 * np.pi)
        coordinates = np.stack([around, mesh.vertices[:, 1]], 1)
        return self.add(mesh.vertices, mesh.vertex_normals, coordinates, mesh.faces)

    def draw(self, random):
        self.scene.bg_color = np.append(random.uniform(0.1, 1, 3), 1)
        self.scene.ambient_light = np.full(3, random.uniform(0.25, 0.5))
        for node in [self.ground] + self.solids:
            texture = self.textures[random.integers(len(self.textures))]
            node.mesh.primitives[0].material.baseColorTexture = texture
        self.scene.set_pose(self.subject, turned((0, 0, 0), random.uniform(0, 2 * math.pi)))
        for solid in self.solids:
            azimuth, distance, size = random.uniform(0, 2 * math.pi), random.uniform(1.3, 3), random.uniform(0.3, 0.9)
            place = (distance * math.cos(azimuth), size / 2, distance * math.sin(azimuth))
            self.scene.set_pose(solid, turned(place, random.uniform(0, 2 * math.pi), size))
        target = np.array([0, 0.7, 0])
        self.scene.set_pose(
            self.camera, looking(target + random.uniform(3, 5) * direction(random, 6, 72), target))
        self.sun.light.intensity = 3 * random.uniform(0.7, 1.3)
        self.scene.set_pose(self.sun, looking(8 * direction(random, 20, 72), np.zeros(3)))

    def render(self):
        """The picture, antialiased by 4 samples and with the sun's shadows, and the mask."""
        flags = self.pyrender.constants.RenderFlags
        image, _ = self.renderer.render(self.scene, flags=flags.SHADOWS_DIRECTIONAL)
        mask, _ = self.renderer.render(self.scene, flags=flags.SEG, seg_node_map=self.ids)
        return image, mask[..., 0]


def main():
    if sys.argv[1] == 'textures':
        return write_textures(sys.argv[2])
    if sys.argv[1] == 'share':
        return print('%.3f' % share(sys.argv[2], int(sys.argv[3])))
    np.infty = np.inf  # pyrender 0.1.45 is older than numpy 2
    model, textures, folder, frames = *sys.argv[1:4], int(sys.argv[4])
    random, scene = np.random.default_rng(1), Scene(model, textures)
    for frame in range(-WARM, frames):
        if frame == 0:
            start, used = time.perf_counter(), time.process_time()
        scene.draw(random)
        image, mask = scene.render()
        base = os.path.join(folder, '%06d-' % (frame + WARM))
        Image.fromarray(image).save(base + 'image.jpg', quality=90)
        Image.fromarray(np.ascontiguousarray(mask)).save(base + 'instances.png')
    seconds, used = time.perf_counter() - start, time.process_time() - used
    print('%.3f %.3f %.3f' % (frames / seconds, 1000 * used / frames, share(folder, SUBJECT)))


main()
