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
    boolean several = photographs.stream().map(Transfer::kind).distinct().count() > labels.size();
    for (int i = 0; i < tested.length; i++) {
      Shot shot = photographs.get(i);
      String answer = labels.get(regression.predict(tested[i]));
      answers.add(answer);
      table.add(shot.label(), answer);
      if (several) {
        table.add(kind(shot), answer);
      }
    }
    return new Transfer(table, answers);
  }

  /** The class, and what the name begins with up to the first underscore. */
  private static String kind(Shot shot) {
    String name = shot.name().substring(shot.name().indexOf('/') + 1);
    return shot.label() + " " + name.split("_")[0];
  }
}
