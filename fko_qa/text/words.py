"""Words that carry no topic: German function words, and what people put around a question."""

from __future__ import annotations

STOP_WORDS = frozenset(
    """
    aber alle allem allen aller alles als also am an ander andere anderem anderen anderer anderes auch auf aus bei beim bin
    bis bist bitte da dabei dadurch dafür dagegen daher damit danach dann daran darauf daraus darf darin darüber darum das
    dass dasselbe davon dazu dein deine deinem deinen deiner dem den denen denn dennoch der deren des deshalb dessen dich
    die dies diese diesem diesen dieser dieses dir doch dort du durch dürfen ebenso ein eine einem einen einer eines einfach
    einige einigen einmal er es etwa etwas euch euer eure falls fast für gab ganz gar gegen gegenüber genau gern gerne gibt
    gibts ging hab habe haben hallo halt hat hatte hatten hätte hätten her herr hier hin hinter ich ihm ihn ihnen ihr ihre
    ihrem ihren ihrer im immer in indem ins irgendwas irgendwelche irgendwie ist ja je jede jedem jeden jeder jedes jemand
    jetzt kann kannst kein keine keinem keinen keiner können könnte könnten lassen los mal man manche mehr mein meine meinem
    meinen meiner mich mir mit mitunter möchte möchten muss müssen na nach nachdem naja neben nein nicht nichts nie noch nun
    nur ob obwohl oder oft ohne per schon sehr seid sein seine seinem seinen seiner seit selbst sich sie sind so sogar
    solche soll sollen sollte sollten sondern sonst sowie über um und uns unser unsere unserem unseren unserer unter vom von
    vor wann war wäre waren warum was weil weiter welche welchem welchen welcher welches wem wen wenn wer werde werden
    wessen wie wieder wieso will wir wird wirst wo wobei wodurch wofür woher wohin womit woran worauf worin worüber wovon
    wozu wurde wurden während würde würden zu zum zur zwar zwischen z b u a bzw ca ggf etc frage fragen wissen sagen
    erzählen zeigen suche suchen finde finden brauche brauchen guten tag morgen danke
    """.split()
)
