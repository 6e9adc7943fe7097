package dev.pareto.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pareto.profile.CallNode;
import dev.pareto.profile.CodeFile;
import dev.pareto.profile.CodeFile.Owner;
import dev.pareto.profile.Cost;
import dev.pareto.profile.EngineKind;
import dev.pareto.profile.Frame;
import dev.pareto.profile.FunctionCost;
import dev.pareto.profile.LineCost;
import dev.pareto.profile.MemoryTimeline;
import dev.pareto.profile.Profile;
import dev.pareto.quantity.Bytes;
import dev.pareto.quantity.CpuTime;
import dev.pareto.quantity.WallTime;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

import javax.xml.parsers.DocumentBuilderFactory;

class ProfilePageTest {
    private static final String EVIL =
            "</title></script><script>alert(1)</script><img src=x> \"'&\u0000\ud800";
    private static final CodeFile OWN = new CodeFile("app.py", Owner.OWN);

    private static Cost cost(double seconds) {
        return new Cost(
                new WallTime(seconds), new CpuTime(seconds), WallTime.ZERO, WallTime.ZERO, 1);
    }

    private static CallNode node(String name, double self, CallNode... children) {
        double total = self;
        for (CallNode child : children) {
            total += child.total().wall().seconds();
        }
        return new CallNode(new Frame(name, OWN, 1, 2), cost(self), cost(total), List.of(children));
    }

    private static Profile profile(String name, CallNode tree) {
        return new Profile(
                EngineKind.OUTSIDE,
                new WallTime(4),
                new CpuTime(4),
                WallTime.ZERO,
                WallTime.ZERO,
                4000,
                0,
                List.of(
                        new FunctionCost(
                                name,
                                new CodeFile(name, Owner.LIBRARY),
                                1,
                                cost(3),
                                cost(4),
                                OptionalLong.empty(),
                                OptionalLong.empty())),
                List.of(
                        new LineCost(
                                OWN,
                                2,
                                cost(3),
                                cost(4),
                                new Bytes(5),
                                Bytes.ZERO,
                                OptionalLong.empty()),
                        new LineCost(
                                OWN,
                                3,
                                cost(1),
                                cost(1),
                                Bytes.ZERO,
                                Bytes.ZERO,
                                OptionalLong.empty())),
                tree,
                new MemoryTimeline(
                        new Bytes(200),
                        List.of(
                                new MemoryTimeline.Point(new WallTime(0), new Bytes(50)),
                                new MemoryTimeline.Point(new WallTime(2), new Bytes(100)))),
                true,
                List.of(name));
    }

    private static String page(String name) {
        return ProfilePage.write(
                profile(name, node("app.py", 0, node(name, 1), node("g", 3))),
                name,
                (_, line) -> line == 2 ? Optional.of("    x = 1 < 2 " + name) : Optional.empty());
    }

    /// The body is well-formed, so that nothing of the program became markup.
    private static Document body(String page) throws Exception {
        String body = page.substring(page.indexOf("<body>"), page.indexOf("<script>"));
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(body + "</body>")));
    }

    private static List<String> texts(NodeList nodes) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            texts.add(nodes.item(i).getTextContent());
        }
        return texts;
    }

    @Test
    void showsLinesWithTheirCode() throws Exception {
        var cells = texts(body(page("f")).getElementsByTagName("td"));
        assertEquals(
                List.of(
                        "75.0 %",
                        "3.00 s", "3.00 s", "0 s", "4.00 s", "–", "5 B", "app.py:2", "x = 1 < 2 f"),
                cells.subList(0, 9));
        assertTrue(
                page("f").contains("1 line takes 80 %") || page("f").contains("2 lines take 80 %"));
    }

    @Test
    void drawsTheTreeWithWidthsThatAreTimes() throws Exception {
        var boxes = body(page("f")).getElementsByTagName("svg");
        List<String> drawn = new ArrayList<>();
        for (int i = 1; i < 4; i++) {
            Element box = (Element) boxes.item(i);
            drawn.add(
                    "%s %s %s %s"
                            .formatted(
                                    box.getElementsByTagName("text").item(0).getTextContent(),
                                    box.getAttribute("x"),
                                    box.getAttribute("width"),
                                    box.getAttribute("y")));
        }
        assertEquals(
                List.of(
                        "app.py 0.0000% 100.0000% 0",
                        "g 25.0000% 75.0000% 18", "f 0.0000% 25.0000% 18"),
                drawn);
    }

    @Test
    void drawsMemoryOverTime() throws Exception {
        var line = (Element) body(page("f")).getElementsByTagName("polyline").item(0);
        assertEquals("0.0,60.0 1000.0,0.0", line.getAttribute("points"));
    }

    @Test
    void nothingOfTheProgramBecomesMarkup() throws Exception {
        String page = page(EVIL);
        Document body = body(page);
        assertEquals(0, body.getElementsByTagName("script").getLength());
        assertEquals(0, body.getElementsByTagName("img").getLength());
        assertEquals(1, Pattern.compile("<script").matcher(page).results().count());
        assertTrue(page.contains("&lt;/title&gt;"));
        assertFalse(page.contains("\u0000"));
        String name = texts(body.getElementsByTagName("h1")).getFirst();
        assertEquals(EVIL.replace('\u0000', '\ufffd').replace('\ud800', '\ufffd'), name);
    }

    @Test
    void loadsNothing() {
        String page = page("f");
        for (String loading :
                List.of("http:", "https:", "src=", "href=", "url(", "@import", "fetch(")) {
            assertFalse(page.contains(loading), loading);
        }
        assertTrue(page.contains("default-src 'none'"));
    }

    @Test
    void deepAndEmptyTreesAreNoTrouble() throws Exception {
        CallNode deep = node("f", 1);
        for (int i = 0; i < 20_000; i++) {
            deep = new CallNode(new Frame("f", OWN, 1, 2), Cost.ZERO, cost(1), List.of(deep));
        }
        String page = ProfilePage.write(profile("f", deep), "f", Code.UNKNOWN);
        assertEquals(302, body(page).getElementsByTagName("svg").getLength());
        String empty = ProfilePage.write(profile("f", node("f", 0)), "f", Code.UNKNOWN);
        assertFalse(empty.contains("Call tree"));
    }
}
