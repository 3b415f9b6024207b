package org.variegate.launcher;

import java.nio.file.Path;
import java.util.List;
import org.osgi.framework.launch.Framework;

/** What the command line is told. */
final class LaunchService implements Launch {
  private final Invocation invocation;
  private final PluginFolders plugins;

  LaunchService(Invocation invocation, Framework framework) {
    this.invocation = invocation;
    plugins = new PluginFolders(invocation.folders(), framework);
  }

  @Override
  public List<String> arguments() {
    return invocation.arguments();
  }

  @Override
  public String program() {
    return invocation.program();
  }

  @Override
  public Path home() {
    return invocation.home();
  }

  @Override
  public List<Path> folders() {
    return invocation.folders();
  }

  @Override
  public boolean onTerminal() {
    return invocation.onTerminal();
  }

  @Override
  public boolean stopRequested() {
    return invocation.stopRequested();
  }

  @Override
  public List<String> failedPlugins() {
    return plugins.failed();
  }
}
