package org.variegate.launcher;

import java.security.CodeSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.connect.FrameworkUtilHelper;

/**
 * Says which bundle a class on the class path belongs to. {@code FrameworkUtil.getBundle} finds it
 * as a service of the virtual machine (OSGi Core 8, section 60.5), so what it knows is static.
 */
public final class ClassPathOwners implements FrameworkUtilHelper {
  private static final Map<String, Bundle> BUNDLES = new ConcurrentHashMap<>();

  /** Called by the service loader. */
  public ClassPathOwners() {}

  /**
   * Notes a bundle by the name of its jar. A class that comes from an archive of classes knows its
   * jar by the place at which the archive was made, so only the name is to be trusted.
   */
  static void add(Bundle bundle) {
    BUNDLES.put(name(bundle.getLocation()), bundle);
  }

  private static String name(String address) {
    return address.substring(address.lastIndexOf('/') + 1);
  }

  @Override
  public Optional<Bundle> getBundle(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    if (source == null || source.getLocation() == null) {
      return Optional.empty();
    }
    return Optional.ofNullable(BUNDLES.get(name(source.getLocation().toString())));
  }
}
