package org.variegate.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.variegate.launcher.Launch;

/** Runs the command that the launcher was given. */
@Component(service = Callable.class, property = Launch.COMMAND_LINE + ":Boolean=true")
public final class CommandLineService implements Callable<Integer> {
  private final BundleContext context;
  private final Launch launch;

  /**
   * Waits to be called.
   *
   * @param context of this bundle
   * @param launch how the process was started
   */
  @Activate
  public CommandLineService(BundleContext context, @Reference Launch launch) {
    this.context = context;
    this.launch = launch;
  }

  @Override
  public Integer call() {
    PrintStream out = open(FileDescriptor.out);
    Session session = new Session(context, launch, out, open(FileDescriptor.err));
    int exitCode = Commands.execute(session, launch.arguments());
    session.tellOfFailedPlugins();
    out.flush();
    return exitCode;
  }

  private static PrintStream open(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
