package org.frechet.value;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

/** How to take a record class apart and to build it again. */
final class RecordForm {

  private static final Map<Class<?>, RecordForm> OPENED =
      java.util.Collections.synchronizedMap(new WeakHashMap<>());

  private static final ClassValue<RecordForm> FORMS =
      new ClassValue<>() {
        @Override
        protected RecordForm computeValue(Class<?> type) {
          return new RecordForm(type, MethodHandles.lookup(), true);
        }
      };

  /** The types that all handles are brought to, so that calls need no adapting. */
  private static final MethodType READER = MethodType.methodType(Object.class, Object.class);

  private static final MethodType BUILDER = MethodType.methodType(Object.class, Object[].class);

  private final Class<?> type;
  private final RecordComponent[] components;
  private final List<MethodHandle> accessors = new ArrayList<>();
  private final MethodHandle constructor;

  private RecordForm(Class<?> type, MethodHandles.Lookup lookup, boolean force) {
    this.type = type;
    this.components = type.getRecordComponents();
    try {
      for (RecordComponent component : components) {
        Method accessor = component.getAccessor();
        open(accessor, force);
        accessors.add(lookup.unreflect(accessor).asType(READER));
      }
      constructor =
          lookup
              .unreflectConstructor(canonical(force))
              .asFixedArity()
              .asSpreader(Object[].class, components.length)
              .asType(BUILDER);
    } catch (ReflectiveOperationException | RuntimeException e) {
      throw new StructureException(
          "the record %s is not open to Fréchet: make it public in an exported package, open its package, or call Structure.opening(MethodHandles.lookup(), %s.class) once"
              .formatted(type.getName(), type.getSimpleName()),
          e);
    }
  }

  static RecordForm of(Class<?> type) {
    RecordForm opened = OPENED.get(type);
    return opened == null ? FORMS.get(type) : opened;
  }

  static void open(MethodHandles.Lookup lookup, Class<?> type) {
    OPENED.put(type, new RecordForm(type, lookup, false));
  }

  private static void open(java.lang.reflect.AccessibleObject member, boolean force) {
    if (force) {
      member.setAccessible(true);
    }
  }

  private Constructor<?> canonical(boolean force) throws NoSuchMethodException {
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    Constructor<?> canonical = type.getDeclaredConstructor(types);
    open(canonical, force);
    return canonical;
  }

  /** The components of {@code instance}: values, lists, records, and constants. */
  List<Object> parts(Object instance) {
    List<Object> parts = new ArrayList<>(components.length);
    for (int i = 0; i < components.length; i++) {
      Object part = read(instance, i);
      requireDifferentiableOrConstant(part, i);
      parts.add(part);
    }
    return parts;
  }

  private Object read(Object instance, int i) {
    try {
      return (Object) accessors.get(i).invokeExact(instance);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new StructureException("reading " + place(i) + " failed", e);
    }
  }

  private void requireDifferentiableOrConstant(Object part, int i) {
    if (part instanceof Double || part instanceof Float) {
      throw new StructureException(
          "%s is a double, of which nobody can tell whether it is to be differentiated: make it a Scalar (Scalar.of(…).detach() where it is a constant)"
              .formatted(place(i)));
    }
    Class<?> declared = components[i].getType();
    if (part == null && (Value.class.isAssignableFrom(declared) || declared.isRecord())) {
      throw new StructureException(place(i) + " is null");
    }
  }

  private String place(int i) {
    return "the component '" + components[i].getName() + "' of " + type.getSimpleName();
  }

  Object build(List<Object> parts) {
    try {
      return (Object) constructor.invokeExact(parts.toArray());
    } catch (Throwable e) {
      throw new StructureException(
          "the constructor of %s rejected values that are not of the user's making: gradients and tangents of a %s are %ss too, so its constructor must accept any numbers (%s)"
              .formatted(type.getSimpleName(), type.getSimpleName(), type.getSimpleName(), e),
          e);
    }
  }
}
