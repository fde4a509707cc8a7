"""How people ask for a fact in other languages, as data (see :mod:`fko_qa.facts.cues` for how to read the cues).

The words are folded: small letters, no marks on Latin ones, ``ue`` for ``ü``. Only the usual forms; a word that is German too
stands with others that are not.
"""

from __future__ import annotations

from fko_qa.facts.kinds import FactKind

_HOW_MANY = (
    r"(how many|how often|combien d|combien des|combien de|cuant[oa]s|cat[ie]|kac( tane)?|ile"
    r"|скільки|скількох|скільком|сколько|скольких|скольким|كم( عدد)?|عدد)"
)
_MONEY = (
    r"(money|funding|funds|euros?|budget|argent|dinero|bani|fonduri|avro|para|pieniedzy|srodkow|грошей|гроші|коштів|коштує|євро"
    r"|денег|средств|евро|المال|يورو|مال)"
)
_WHEN = r"(when|quand|cuando|cand|ne zaman|kiedy|коли|когда|متى)"

FOREIGN_CUES: dict[FactKind, str] = {
    FactKind.START: rf"""
        since when
        (from|as of) (when|what (date|year|month)|which (date|year|month))
        {_WHEN} … (starts?|started|begins?|began|begun|launched|introduced)
        (start|starting) date
        depuis (quand|combien de temps|quelle (date|annee))
        (a partir de|des) quand
        {_WHEN} … (commence|commencera|commenceront|debute|demarre|a commence)
        {_WHEN} … (empieza|comienza|empezara|empezo|incepe|inceput|incepand)
        (desde|a partir de) (cuando|que (fecha|ano|mes))
        (de|din) cand
        incepand (de )?cand
        ne zamandan( beri)?
        {_WHEN} … (basliyor|basladi|baslayacak|baslar|zaczyna|zaczal|rozpoczyna|rozpoczal|rusza|startuje|ruszyl|ruszyla)
        od kiedy
        (з|із|від|відколи) (коли|якого часу|якого (року|місяця))
        відколи
        {_WHEN} … (починається|почалася|почався|почнеться|стартує|стартував)
        {_WHEN} … (начинается|начался|началась|начнется|стартует|стартовал)
        (с|со) (когда|какого (времени|года|месяца))
        (منذ|من) متى
        متى (يبدأ|تبدأ|بدأ|بدأت|سيبدأ|ستبدأ)
        """,
    FactKind.END: rf"""
        (until|till|til|up to) (when|what (date|year|month)|which (date|year|month))
        {_WHEN} … (ends?|ended|ending|expires?|finish(es)?|over|runs? out)
        end date
        jusqu (a|au) (quand|quelle (date|annee))
        jusqua quand
        {_WHEN} … (se termine|termine|finit|prend fin|s acheve|termina|acaba|finaliza|se incheie|incheie|expira)
        hasta (cuando|que (fecha|ano|mes))
        pana (cand|la ce data|in ce an)
        ne zamana (kadar|dek)
        {_WHEN} … (bitiyor|bitecek|biter|bitti|sona eriyor|konczy|skonczy|zakonczy)
        do kiedy
        до (коли|якого (року|місяця|числа)|когда|какого (года|месяца|числа))
        {_WHEN} … (закінчується|закінчиться|завершується|завершиться|заканчивается|закончится|завершается|завершится)
        (حتى|إلى|لغاية) متى
        متى (ينتهي|تنتهي|انتهى|انتهت|سينتهي|ستنتهي)
        """,
    FactKind.TERM: """
        how long (does|do|is|are|will|did|has|it) … (run|last|go on|valid|continue|planned|funded|running|available)
        how long (does|do|will) (it|this|that)
        from when (to|till|until) when
        (duration|runtime|time ?frame|term) of
        combien de temps (dure|durera|est|va|court|cela|ca)
        (de|a partir de) quand (a|jusqu a) quand
        (duree|periode) (du|de la|de l|des|d)
        (cuanto (tiempo )?(dura|durara|va a durar)|cuanto tiempo)
        (duracion|periodo) (de|del)
        (de|desde) cuando (a|hasta) cuando
        cat (timp )?(dureaza|tine|va dura|este valabil)
        (perioada|durata)( (de|proiectului|programului))?
        (ne kadar|kac (yil|ay)) (suerecek|surecek|sueruyor|suruyor|suerer|surer|gecerli|devam)
        (suere(si)?|suresi) (ne kadar|nedir)
        jak dlugo
        (czas trwania|okres (trwania|realizacji))
        (як довго|скільки (часу )?(триває|триватиме))
        від якого (й |і |та )?до якого
        з якого (й |і |та |по )?(до )?яки?й
        (з|від) коли (і |й |та )?до коли
        термін дії
        (как долго|сколько (времени )?(длится|действует|идет|продлится))
        с какого (и )?(по|до) как(ой|ого)
        с когда (и )?до когда
        срок (действия|реализации)
        (كم (المدة|تستمر|يستمر|من الوقت|مدة)|ما (هي )?مدة)
        من متى (إلى|حتى|الى) متى
        """,
    FactKind.MONEY_PLANNED: r"""
        how much … (cost|costs|spent|spend|spends|invest|invests|invested)
        how much … (earmarked|planned|budgeted|allocated|set aside|go into|goes into)
        (what|how big|how high|how large) is … budget
        (what is|how much is) the (budget|cost) (of|for)
        (annual|yearly|total|planned) budget
        budget (per year|for|of)
        (coute|coutent|coutera|cout) … combien
        combien … (coute|coutent|coutera|investit|depense|prevu|prevus)
        (quel est|quel) … budget
        cuanto … (cuesta|cuestan|invierte|gasta|previsto|presupuestado)
        (cual es|que) … presupuesto
        presupuesto
        cat (costa|cheltuie|investeste|se cheltuieste)
        (care este|ce) … buget(ul)?
        buget(ul)?
        (buetce(si)?|butce(si)?|maliyeti)( (ne kadar|nedir|kac))?
        (ne kadar|kaca) … (harcaniyor|ayrildi|ayriliyor|mal oluyor)
        ile (to )?(kosztuje|wydaje|przeznaczono|wynosi budzet)
        (jaki jest |jaki )?budzet
        (який |яка )?бюджет
        скільки … (коштує|витрачає|виділено|виділяють|передбачено)
        (какой )?бюджет
        сколько … (стоит|тратит|выделено|выделяют|предусмотрено|выделяется)
        (ما هي |ما |كم )?(ال)?ميزانية
        كم (تكلف|يكلف|تبلغ تكلفة|خصص|ينفق)
        """,
    FactKind.MONEY_PERSON: r"""
        how much (money )?(do|can|will|would|could) (i|you|we|one|someone|a person) … (get|receive)
        how (much|high|big) is the (bonus|grant|premium|subsidy|allowance)
        combien … (je|on|vais je|puis je|peut on) … (recevoir|toucher|obtenir|recois|recoit|touche|obtient)
        cuanto (dinero )?(recibo|recibe|recibire|cobro|me dan|dan|puedo recibir)
        cat (primesc|primeste|voi primi|pot primi)
        \w*(primi|destegi|oedenegi|odenegi|yardimi) … ne kadar
        ne kadar (alirim|alabilirim|aliyorum|veriliyor|verilir|prim|destek)
        ile (dostane|dostanie|moge dostac|sie dostaje)
        скільки … (отримаю|отримує|дають|платять|я отримаю)
        сколько … (получу|получает|дают|выплачивают|я получу)
        كم (سأحصل|أحصل|يحصل|يمكنني أن أحصل)
        """,
    FactKind.MONEY_ANY: rf"""
        how much {_MONEY}
        {_HOW_MANY} … {_MONEY}
        combien (d )?{_MONEY}
        cuanto {_MONEY}
        (cati|cat|ce) (bani|fonduri)
        (ne kadar|kac) {_MONEY}
        """,
    FactKind.SOURCE: """
        who (pays?|funds|finances|is paying|is funding)
        how is … (funded|financed)
        (qui (paie|paye|finance)|quien (paga|financia)|cine (plateste|finanteaza))
        (kim (oedueyor|oduyor|finanse ediyor|karsiliyor)|kto (placi|finansuje))
        (хто (платить|фінансує)|кто (платит|финансирует))
        من (يدفع|يمول)
        """,
    FactKind.MINISTRY: """
        (which|what) (ministry|ministries|department|authority)
        who is (responsible|in charge)
        (responsible|competent) ministry
        (quel|quels) (ministere|ministeres)
        qui est (responsable|competent|charge)
        (que|cual|cuales) (es el )?(ministerios?)
        quien es (el )?responsable
        (ce|care) (este )?(ministerul|minister)
        cine (este responsabil|raspunde|se ocupa)
        hangi bakanl\\w+
        (kim sorumlu|kim ilgileniyor|sorumlu (kim|bakanlik))
        (ktore|jakie) (ministerstwo|ministerstwa)
        kto (jest|odpowiada|za to) … (odpowiedzialny|odpowiada|odpowiedzialne)
        (яке|які|якому|якого) міністерств\\w+
        хто (за це )?(відповідає|відповідальний|опікується)
        (какое|какие|какому|какого) министерств\\w+
        кто (за это )?(отвечает|ответственный|ответственен|занимается)
        (أي|ما هي|اي) (ال)?وزارة
        من (هو )?(ال)?(مسؤول|المسؤول|الجهة المسؤولة)
        """,
    FactKind.WEBSITE: """
        (website|web page|webpage|homepage|home page|link) (of|for|to|address)
        (is there|what is|whats|where is) … (website|web page|webpage|homepage|link)
        (site (web|internet)|lien|page web|adresse internet)
        (sitio web|pagina web|enlace)
        (pagina (de )?(web|internet)|site ul|adresa (web|de internet))
        (web (sitesi|sayfasi|adresi)|internet (sitesi|sayfasi|adresi)|websitesi)
        (strona (internetowa|www)|adres (strony|internetowy))
        (веб)?(сайт|сторінка в інтернеті|посилання|страница в интернете|ссылка|сайту)
        (الموقع|موقع|رابط|صفحة) (الإلكتروني|إلكتروني|الانترنت|الإنترنت|الويب)?
        """,
    FactKind.PARTNERS: """
        (which|what|who are the) (\\w+ )?partners?
        (quels|qui) (sont les )?partenaires
        (que|quienes|cuales) (son los )?socios
        (ce|care|cine) (sunt )?(partenerii|parteneri)
        (ortaklar|ortaklari|partnerler|partnerleri) (kim|kimler|hangileri)
        (kto jest partnerem|jacy (sa )?partnerzy|ktorzy partnerzy)
        (які|хто) (є )?партнер\\w*
        (какие|кто) партнер\\w*
        (من هم|ما هم) (ال)?شركاء
        """,
    FactKind.DATE: rf"""
        {_WHEN} … ‹(enter into force|come into force|take effect|entrer en vigueur|entre en vigueur|entrera en vigueur)›
        {_WHEN} … ‹(entra en vigor|entrara en vigor|intra in vigoare|va intra in vigoare|yueruerluege gir\w+|yururluge gir\w+)›
        {_WHEN} … ‹(wchodzi w zycie|wejdzie w zycie|набуде чинності)›
        {_WHEN} … ‹(набирає чинності|набуває чинності|вступит в силу|вступает в силу)›
        {_WHEN} … ‹(signed|signe|signee|firmado|firmo|firmada|semnat|imzalandi)›
        {_WHEN} … ‹(podpisano|podpisana|підписано|підписали|подписан\w*|подписали)›
        {_WHEN} (is|was|were|did|took|takes|does|will|a eu|aura|est|fue|tuvo)
        {_WHEN} (a avut|відбувся|відбудеться|состоялся|состоится|odbyl\w*|odbedzie)
        {_WHEN} … (take place|took place|lieu|lugar|loc|yapildi|yapilacak|odbyl\w*|odbedzie|відбувся|відбулася|состоялась)
        متى (‹دخل|يدخل|تدخل|وقع|وقعت|تم توقيع›|كان|كانت|عقد|أقيم)
        """,
    FactKind.COUNT: rf"""
        {_HOW_MANY} ‹(?!{_MONEY}\b)\w+›
        (number|nombre|numero|numar(ul)?|liczba|кількість|количество) (of|de|d|des|du)? ?‹\w+›
        """,
}
