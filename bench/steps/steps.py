"""Times training steps of the U-Nets of Steps.java in PyTorch.

Arguments: network (2d, 3d), threads, steps. Prints one line a step: milliseconds of the wall clock
and of the processors.
"""
import sys
import time

import torch
from torch import nn
from torch.nn import functional as F

network, threads, steps = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
torch.set_num_threads(threads)
torch.manual_seed(1)
volumes = network == "3d"
Conv = nn.Conv3d if volumes else nn.Conv2d
Norm = nn.BatchNorm3d if volumes else nn.BatchNorm2d
pool = F.max_pool3d if volumes else F.max_pool2d
LEVELS, CLASSES, BASE = 4, 4, 8 if volumes else 16


def twice(inputs, channels):
    return nn.Sequential(
        Conv(inputs, channels, 3, padding=1, bias=False), Norm(channels), nn.ReLU(inplace=True),
        Conv(channels, channels, 3, padding=1, bias=False), Norm(channels), nn.ReLU(inplace=True))


class UNet(nn.Module):
    def __init__(self):
        super().__init__()
        widths = [BASE << level for level in range(LEVELS)]
        self.encode = nn.ModuleList(
            twice(1 if level == 0 else widths[level - 1], widths[level]) for level in range(LEVELS))
        self.decode = nn.ModuleList(
            twice(widths[level] + widths[level + 1], widths[level]) for level in range(LEVELS - 1))
        self.logits = Conv(BASE, CLASSES, 1)

    def forward(self, x):
        skips = []
        for level in range(LEVELS):
            x = self.encode[level](pool(x, 2) if level else x)
            skips.append(x)
        for level in reversed(range(LEVELS - 1)):
            x = F.interpolate(x, scale_factor=2, mode="nearest")
            x = self.decode[level](torch.cat([x, skips[level]], 1))
        return self.logits(x)


model = UNet()
optimizer = torch.optim.Adam(model.parameters(), 1e-3)
shape = (1, 1, 64, 64, 64) if volumes else (8, 1, 128, 128)
images = torch.randn(shape)
labels = (torch.arange(images[0].numel()) % CLASSES).reshape(shape[2:]).expand(
    shape[0], *shape[2:]).contiguous()
for _ in range(steps):
    cpu, wall = time.process_time(), time.perf_counter()
    optimizer.zero_grad()
    loss = F.cross_entropy(model(images), labels)
    loss.backward()
    optimizer.step()
    loss.item()
    print("%.1f %.1f" % ((time.perf_counter() - wall) * 1e3, (time.process_time() - cpu) * 1e3))
print("loss %.6f, %d parameters" % (loss.item(), sum(p.numel() for p in model.parameters())),
      file=sys.stderr)
