package org.variegate.yardsticks;

import java.util.ArrayList;
import java.util.List;

/**
 * Classifies photographs by what was learnt from frames.
 *
 * @param table the photographs by class, and by class and kind, which is what their names begin
 *     with
 * @param answers the class given to each photograph
 */
record Transfer(Table table, List<String> answers) {
  static Transfer of(
      List<String> labels,
      float[][] features,
      List<Shot> frames,
      float[][] tested,
      List<Shot> photographs,
      double c) {
    int[] classes = frames.stream().mapToInt(s -> labels.indexOf(s.label())).toArray();
    LogisticRegression regression = LogisticRegression.fit(features, classes, labels.size(), c);
    Table table = new Table(labels);
    List<String> answers = new ArrayList<>();
    long kinds = photographs.stream().map(s -> s.label() + " " + kind(s)).distinct().count();
    boolean several = kinds > labels.size();
    for (int i = 0; i < tested.length; i++) {
      Shot shot = photographs.get(i);
      String answer = labels.get(regression.predict(tested[i]));
      answers.add(answer);
      table.add(shot.label(), answer);
      if (several) {
        table.add(shot.label(), kind(shot), answer);
      }
    }
    return new Transfer(table, answers);
  }

  /** What the name begins with, up to the first underscore. */
  private static String kind(Shot shot) {
    String name = shot.name().substring(shot.name().indexOf('/') + 1);
    return name.split("_")[0];
  }
}
