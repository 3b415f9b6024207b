package org.variegate.synthesizer.mri;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.variegate.api.Part;
import org.variegate.api.Plugin;
import org.variegate.api.Sample;
import org.variegate.api.Synthesizer;
import org.variegate.api.volume.Contrast;
import org.variegate.api.volume.LabelMap;
import org.variegate.api.volume.Legend;
import org.variegate.api.volume.Raster;
import org.variegate.draws.Draws;

/**
 * An MR-like image of random contrast: each voxel is normal with the mean and standard deviation of
 * its label (Gaussian mixture; Billot et al. 2023, "SynthSeg"). What the contrast says of clusters,
 * texture and partial volume is heeded.
 */
@Component(service = Synthesizer.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = Mri.Config.class, factory = true)
@Plugin(
    name = "mri",
    needs = {"LABELS", "CONTRAST"},
    gives = "IMAGE")
public final class Mri implements Synthesizer {

  /** No options: the contrast says all. */
  @ObjectClassDefinition(
      name = "mri",
      description = "Makes an MR-like image of the contrast that 'intensity' drew.")
  public @interface Config {}

  /** Makes the stage. */
  @Activate
  public Mri() {}

  @Override
  public void synthesize(Sample sample, Draws draws) {
    LabelMap labels = sample.get(Part.LABELS);
    Legend legend = labels.legend();
    Contrast contrast = sample.get(Part.CONTRAST);
    Raster image =
        new Raster(labels.grid(), 1, contrast.unit(), sample.arena().floats(labels.grid().size()));
    image.change(new WhiteNoise(draws.noise("tissue")));
    if (contrast.textureWidth() > 0) {
      new Texture(image.grid(), contrast.textureWidth()).smooth(image, sample.arena());
    }
    Regions regions = Regions.of(labels, contrast.clusters(legend), draws);
    if (contrast.partialVolume() > 0) {
      image.change(PartialVolume.of(labels, contrast, regions, sample.arena()));
    } else {
      image.change(new TissueNoise(labels, contrast.mean(legend), contrast.deviation(legend)));
      regions.addTo(image);
    }
    sample.put(Part.IMAGE, image);
  }
}
