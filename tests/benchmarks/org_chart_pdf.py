"""The chart of a thousand people as PDF, against a bare canvas with the same boxes and strings.

The floor knows already on which page everything stands and where; it draws each box and each
string by itself, on as many pages and in the same fonts. It has no lines, links or tables.
"""

import tempfile
from contextlib import closing
from datetime import datetime
from io import BytesIO
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from lean_desktop.document.document import Document
from lean_desktop.domain.chart.facts import ChartFacts
from lean_desktop.handouts.org_chart import OrgChart, org_chart_pdf
from lean_desktop.handouts.sheet import Sheet
from lean_desktop.i18n import language
from lean_desktop.queries.org_chart import chart_facts
from lean_desktop.samples.generated import Size
from lean_desktop.samples.making import make_generated
from tests.benchmarks.ratio import Ratio, compare
from tests.handouts.charts import Page, drawn

PEOPLE, RUNS = 1000, 9
NOW = datetime(2026, 10, 6, 8, 42)
SHEET = Sheet("Verkstedindustri AS", "Forbedringsarbeidet", None, NOW, "A3")


def run() -> Ratio:
    """Both layers, on A3."""
    t, chart = language("nb"), OrgChart(_facts())
    pages = drawn(org_chart_pdf(chart, SHEET, t))
    return compare(
        f"org chart PDF, {PEOPLE} people, {len(pages)} pages of A3",
        2.0,
        lambda: org_chart_pdf(chart, SHEET, t),
        lambda: bare(pages),
        runs=RUNS,
    )


def _facts() -> ChartFacts:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "thousand.leandesk"
        make_generated(path, Size(PEOPLE, 1, 1), NOW, "nb")
        with closing(Document.open(path, writable=False)) as document:
            return document.read(chart_facts, today=NOW.date())


def bare(pages: list[Page]) -> bytes:
    """The floor."""
    whole = BytesIO()
    canvas = Canvas(whole, pageCompression=1)
    for page in pages:
        canvas.setPageSize(page.size)
        for box in page.boxes:
            canvas.roundRect(box.left, box.bottom, box.right - box.left, box.top - box.bottom, 2)
        for each in page.strings:
            canvas.setFont(each.font, each.size)
            canvas.drawString(each.area.left, each.area.bottom, each.text)
        canvas.showPage()
    canvas.save()
    return whole.getvalue()
