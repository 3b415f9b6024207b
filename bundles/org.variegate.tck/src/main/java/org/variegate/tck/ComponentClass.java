package org.variegate.tck;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * The annotations of a class and of its methods, as its class file has them: those of OSGi do not
 * outlive it. Annotations by simple name, their values as ASM has them, arrays as lists.
 */
record ComponentClass(
    Map<String, Map<String, Object>> annotations,
    Map<String, Map<String, Map<String, Object>>> methods) {

  static ComponentClass of(Class<?> type) {
    ComponentClass made = new ComponentClass(new HashMap<>(), new HashMap<>());
    String file = type.getName().substring(type.getPackageName().length() + 1) + ".class";
    try (InputStream in = type.getResourceAsStream(file)) {
      if (in != null) { // a lambda has no file, and no annotations
        new ClassReader(in).accept(made.new Reader(), ClassReader.SKIP_CODE);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return made;
  }

  /** The values of an annotation of the class, empty if it is not there. */
  Map<String, Object> annotation(String name) {
    return annotations.getOrDefault(name, Map.of());
  }

  /** The values of an annotation of a method, empty if it is not there. */
  Map<String, Object> annotation(String method, String name) {
    return methods.getOrDefault(method, Map.of()).getOrDefault(name, Map.of());
  }

  /** A value that is a list of strings, empty if it is not there. */
  List<String> strings(String annotation, String key) {
    Object value = annotation(annotation).getOrDefault(key, List.of());
    return ((List<?>) value).stream().map(String::valueOf).toList();
  }

  private static AnnotationVisitor collect(
      Map<String, Map<String, Object>> into, String descriptor) {
    String name = Type.getType(descriptor).getClassName();
    Map<String, Object> values = new HashMap<>();
    into.put(name.substring(name.lastIndexOf('.') + 1), values);
    return new Values(values);
  }

  private final class Reader extends ClassVisitor {
    Reader() {
      super(Opcodes.ASM9);
    }

    @Override
    public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
      return collect(annotations, descriptor);
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      Map<String, Map<String, Object>> into = new HashMap<>();
      methods.put(name, into);
      return new MethodVisitor(Opcodes.ASM9) {
        @Override
        public AnnotationVisitor visitAnnotation(String type, boolean visible) {
          return collect(into, type);
        }
      };
    }
  }

  private static final class Values extends AnnotationVisitor {
    private final Map<String, Object> values;

    Values(Map<String, Object> values) {
      super(Opcodes.ASM9);
      this.values = values;
    }

    @Override
    public void visit(String name, Object value) {
      values.put(name, value);
    }

    @Override
    public void visitEnum(String name, String descriptor, String value) {
      values.put(name, value);
    }

    @Override
    public AnnotationVisitor visitArray(String name) {
      List<Object> items = new ArrayList<>();
      values.put(name, items);
      return new AnnotationVisitor(Opcodes.ASM9) {
        @Override
        public void visit(String none, Object value) {
          items.add(value);
        }
      };
    }
  }
}
