import java.io.FileInputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.TreeMap;
import org.apache.uima.UIMAFramework;
import org.apache.uima.cas.CAS;
import org.apache.uima.cas.Feature;
import org.apache.uima.cas.FeatureStructure;
import org.apache.uima.cas.impl.XmiCasDeserializer;
import org.apache.uima.cas.text.AnnotationFS;
import org.apache.uima.util.CasCreationUtils;
import org.apache.uima.util.XMLInputSource;

/**
 * Independent judge of XMI files: Apache UIMA itself. Usage: java -cp uimaj-core.jar xmi.judge.java
 * TypeSystem.xml FILE.xmi. Prints one JSON object a line for each annotation that UIMA finds in its index,
 * with the words it covers; exits with 1 and a sentence when UIMA does not take the files.
 */
class XmiJudge {
  public static void main(String[] given) throws Exception {
    PrintStream out = new PrintStream(System.out, false, "UTF-8");
    try {
      CAS cas = CasCreationUtils.createCas(
          UIMAFramework.getXMLParser().parseTypeSystemDescription(new XMLInputSource(given[0])), null, null);
      try (InputStream file = new FileInputStream(given[1])) {
        XmiCasDeserializer.deserialize(file, cas, false);
      }
      for (AnnotationFS annotation : cas.getAnnotationIndex()) out.println(line(annotation));
      out.flush();
    } catch (Exception error) {
      System.err.println(error);
      System.exit(1);
    }
  }

  private static String line(AnnotationFS annotation) {
    TreeMap<String, String> features = new TreeMap<>();
    for (Feature feature : annotation.getType().getFeatures()) {
      String name = feature.getShortName();
      if (name.equals("sofa") || name.equals("begin") || name.equals("end")) continue;
      String value = feature.getRange().isPrimitive()
          ? annotation.getFeatureValueAsString(feature)
          : covered(annotation.getFeatureValue(feature));
      if (value != null) features.put(name, value);
    }
    StringBuilder object = new StringBuilder();
    object.append("{\"type\":").append(quoted(annotation.getType().getName()));
    object.append(",\"begin\":").append(annotation.getBegin());
    object.append(",\"end\":").append(annotation.getEnd());
    object.append(",\"text\":").append(quoted(annotation.getCoveredText()));
    object.append(",\"features\":{");
    String comma = "";
    for (String name : features.keySet()) {
      object.append(comma).append(quoted(name)).append(':').append(quoted(features.get(name)));
      comma = ",";
    }
    return object.append("}}").toString();
  }

  private static String covered(FeatureStructure target) {
    return target instanceof AnnotationFS ? ((AnnotationFS) target).getCoveredText() : null;
  }

  private static String quoted(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (char unit : text.toCharArray()) {
      if (unit == '"' || unit == '\\') json.append('\\').append(unit);
      else if (unit < ' ' || unit > '~') json.append(String.format("\\u%04x", (int) unit));
      else json.append(unit);
    }
    return json.append('"').toString();
  }
}
