"""Further ways to ask for a fact in other languages, by question word and stem (see :mod:`fko_qa.facts.cues` for the cues)."""

from __future__ import annotations

from fko_qa.facts.kinds import FactKind

_WHAT = (
    r"(what|which|quel|quels|quelle|quelles|que|cual|cuales|ce|care|hangi|jaki|jaka|jakie|ktor[aey]|какой|какая|какое|какие|какую"
    r"|каком|какого|який|яка|яке|які|яку|якому|якого|в якому|أي|اي|ما|ما هو|ما هي)"
)
_TOWN = (
    r"(town|city|place|region|venue|ville|lieu|ciudad|lugar|oras|orasul|loc|sehir\w*|miasto|miescie|miejscu|городе|город"
    r"|месте|місті|місто|مدينة|المدينة|مكان)"
)
_BODY = (
    r"(foundation|database|\w*universit\w*|institut\w*|instytut\w*|company|firm|organi[sz]ation\w*|organism\w*|chamber|chambre|body"
    r"|authority|fondation|base de donnees|entreprise|organisme|fundacion|base de datos|empresa|universidad\w*|camara|camera"
    r"|fundati[ae]|firma|baza danych|fundacja|organizacja|uczelnia|izba|vakif|enstitu\w*|kurum\w*|veri ?taban\w*|oda"
    r"|ueniversite\w*|destek programi|фонд|институт"
    r"|організація|организация|палата|университет|університет|інститут|база данных|база даних"
    r"|фирма|фірма|компания|компанія|مؤسسة|معهد|جامعة|شركة|قاعدة البيانات|قاعدة بيانات|غرفة|منظمة)"
)
_SIGNED = (
    r"(signed|spoke|opened|attended|convened|signe|signee|ouvert|convoque|participe|firmo|firmado|inauguro|hablo|semnat|deschis"
    r"|convocat|vorbit|imzaladi|katildi|acti|konustu|podpisal\w*|otworzyl\w*|przemawial\w*|byl|подписал\w*|открыл\w*|созвал\w*"
    r"|выступ\w*|підписа\w*|виступа\w*|відкрива\w*|скликав|وقع|افتتح|حضر|شارك)"
)
_MINISTER = r"(ministers?|ministre|ministra|ministro|ministrul|bakan|bakani|ministr|министр\w*|міністр\w*|وزير|الوزير|وزيرة)"
_WHO = r"(who|qui|quien|quienes|cine|kim|kimler|kto|хто|кто|من|مين)"
_GET = r"(get|gets|receive|receives|touche|recoit|recibe|cobra|primeste|alir|aliyor|dostaje|otrzymuje|получает|получит|отримує)"

MORE_FOREIGN_CUES: dict[FactKind, str] = {
    FactKind.TERM: r"""
        (how long) … (run|last|running|going|lasts|runs|keep|stay)
        (quelle (est la )?|la )?duree( totale)?( du| de| des| d)?
        (sur|pour|pendant) combien (de temps|d annees|de mois)
        (cual es la )?duracion
        (que|cual) … (plazo|periodo|duracion)
        (ne kadar|kac yil|kac ay) (suer\w*|sur\w*|devam\w*)
        (ile lat|ile miesiecy|jak dlugo|ile) (trwa|bedzie trwac|potrwa|trwac)
        (cati ani|cate luni|cat timp|cat) … (dureaza|tine|dura)
        (на|за) (какой|який) (срок|период|термін|період)
        (скільки|сколько) (років|місяців|лет|месяцев|часу|времени) … (трива\w+|длит\w+|продл\w+|буде|идет|діє|идут)
        (термін|срок|тривалість|продолжительность)
        (و)?(كم|ما) (مدة|المدة|مده|يستمر|تستمر|سنة|يدوم)
        """,
    FactKind.START: r"""
        (when|quand|cuando|cand|kiedy|ne zaman) … (kick\w* off|launch\w*|arranca\w*|lance\w*|porneste)
        (when|quand|cuando|cand|kiedy|ne zaman) … (pornit|demareaza|ruszy\w*|basla\w*|wystart\w*)
        (poczatek|rozpoczecie|baslangic\w*|inicio|debut|начало|початок|inceputul)
        (коли|когда) … (поча\w+|нача\w+|старт\w+|запус\w+)
        (و)?(منذ|من|متى) (متى|بدأ|يبدأ|تبدأ|انطلق|بدأت)
        """,
    FactKind.END: r"""
        (until|till) when
        (do|до|until|till) (jakiego|якого|какого|what|which) (roku|czasu|dnia|часу|времени|року|года|дня|time)
        (koniec|zakonczenie|bitis\w*|окончание|закінчення|fin de|sfarsitul)
        (коли|когда) … (закінч\w+|законч\w+|заверш\w+|оконч\w+|кінец\w+)
        (و)?(حتى|إلى|لغاية|متى) (متى|ينتهي|تنتهي|أي سنة)
        """,
    FactKind.MONEY_PLANNED: r"""
        (what|how much|combien|cuanto|cat) … (spend\w*|depense\w*|gasta\w*|cheltui\w*|wyda\w*|harc\w*)
        (ile|ne kadar|скільки|сколько|كم|قديش) … (spend\w*|depense\w*|gasta\w*|cheltui\w*|wyda\w*|harc\w*)
        (what|how much|combien|cuanto|cat|ile|ne kadar|скільки|сколько|كم|قديش) … (витрач\w*|трат\w*|بتصرف|تصرف|تنفق|ينفق)
        (what|how much) … (invest\w*|puts? in|put into|set aside)
        (ile|ne kadar|cat|скільки|сколько) … (przeznacz\w*|inwest\w*|ayri\w*|aloca\w*|виділ\w*|выдел\w*|влож\w*|вклад\w*)
        """,
    FactKind.MONEY_PERSON: rf"""
        (how much|what) … {_GET}
        (quel|que|ce|cat|cuanto|combien|quelle|ile|ne kadar|сколько|скільки|какую) … {_GET}
        (ile|ne kadar|cat|cuanto|combien|сколько|скільки) … (premi\w*|prima|prime|prim|bonus\w*|премі\w*|преми\w*)
        (premi\w*|prima|prime|prim|bonus\w*|премі\w*|преми\w*) … (ile|ne kadar|combien|cuanto|cat|how much|сколько|скільки)
        """,
    FactKind.SOURCE: r"""
        (whose|what) money
        (who|qui|quien|cine|kim|kto|хто|кто|من|مين) (lo |le |la |o |il |за это |за це |to )?(pay\w*|paie|paye|paga)
        (who|qui|quien|cine|kim) (lo |le |la |o |il |за это |за це |to )?(plateste|oed\w*|od\w+|placi|платит\w*)
        (kto|хто|кто|من|مين) (lo |le |la |o |il |за это |за це |to )?(plateste|oed\w*|od\w+|placi|платит\w*)
        (who|qui|quien|cine|kim|kto|хто|кто|من|مين) (lo |le |la |o |il |за это |за це |to )?(оплач\w*|fund\w*)
        (who|qui|quien|cine|kim|kto|хто|кто|من|مين) (lo |le |la |o |il |за это |за це |to )?(financ\w*|finans\w*|фінанс\w*)
        (who|qui|quien|cine|kim|kto|хто|кто|من|مين) (lo |le |la |o |il |за это |за це |to )?(финанс\w*|بيدفع|يدفع|يمول|بيمول)
        (z|ze|из|с|з|din|de|from) (jakich|jakiego|ktorego|каких|какого|яких) (srodk\w*|fundusz\w*|zrod\w*)
        (z|ze|из|с|з|din|de|from) (jakich|jakiego|ktorego|каких|какого|яких) (средств|фонд\w*|коштів)
        (z|ze|из|с|з|din|de|from) (якого|ce|que|quels|which|what) (srodk\w*|fundusz\w*|zrod\w*|средств|фонд\w*|коштів)
        (z|ze|из|с|з|din|de|from) (jakich|jakiego|ktorego|каких|какого|яких) (джерел\w*|fond\w*|bani|fonds|fund\w*|pot|source)
        (z|ze|из|с|з|din|de|from) (якого|ce|que|quels|which|what) (джерел\w*|fond\w*|bani|fonds|fund\w*|pot|source)
        (source of funding|funded by|financed by|zrodlo finansowania|источник финансирования|джерело фінансування|مصدر التمويل)
        """,
    FactKind.MINISTRY: rf"""
        {_WHO} (actually |really |lo |le |s en |o |za to |за это |за це )?(runs|leads|manages|lleva|occupe|dirige|gere)
        {_WHO} (actually |really |lo |le |s en |o |za to |за это |за це )?(gestiona|conduce|yoenet\w*|yurut\w*)
        {_WHO} (actually |really |lo |le |s en |o |za to |за это |за це )?(prowadzi|ведет|керує|веде)
        {_WHO} … (responsib\w*|in charge|responsable|responsabil|sorumlu|odpowied\w*|відповіда\w*|отвеча\w*|ответствен\w*)
        ministere (competent|responsable)
        (و)?من (هو )?(المسؤول|مسؤول|يدير|الجهة)
        """,
    FactKind.WEBSITE: r"""
        (adresse du site|site officiel|sitio|pagina oficial|site ul|siteul) … (de|du|internet\w*|about|pour|para)
        (adresse du site|site officiel|sitio|pagina oficial|site ul|siteul) … (найти|прочита\w*|знайти|pentru|gdzie|adresi)
        (web ?site\w*|strona|stronie|сайте?|сайті|ссылк\w*|посиланн\w*) … (de|du|internet\w*|about|pour|para)
        (web ?site\w*|strona|stronie|сайте?|сайті|ссылк\w*|посиланн\w*) … (найти|прочита\w*|знайти|pentru|gdzie|adresi)
        (na jakiej|на каком|на якому|sur quel|en que|pe ce|hangi|on which) (stronie|сайте|сайті|site|sitio|pagina|web\w*|sitede)
        (و)?(رابط|الرابط|الموقع|موقع)
        """,
    FactKind.PARTNERS: rf"""
        {_WHO} (else|altceva|mai|d autre|mas|еще|ще|jeszcze) … (board|involved|particip\w*|uczestniczy|участвует)
        {_WHO} (mai )?(participa|participe|participes|uczestniczy|bierze udzial|участвует|бере участь)
        (avec qui|con quien|cu cine|kiminle|kimlerle|z kim) … (trava\w*|collab\w*|trabaj\w*|colab\w*)
        (avec qui|con quien|cu cine|kiminle|kimlerle|z kim) … (lucr\w*|calis\w*|prac\w*|wspol\w*)
        (с кем|з ким|with whom|مع من|مع مين|qui) … (trava\w*|collab\w*|trabaj\w*|colab\w*|lucr\w*|calis\w*|prac\w*|wspol\w*)
        (avec qui|con quien|cu cine|kiminle|kimlerle|z kim) … (работа\w*|сотруд\w*|співпрац\w*|прац\w*)
        (avec qui|con quien|cu cine|kiminle|kimlerle|z kim) … (work\w*|عم|يتعاون\w*|تعمل)
        (с кем|з ким|with whom|مع من|مع مين|qui) … (работа\w*|сотруд\w*|співпрац\w*|прац\w*|work\w*|عم|يتعاون\w*|تعمل)
        travaillent … avec qui
        (socios|partenaires|partenerii?|parteneri|ortaklar\w*|partnerzy|партнер\w*|الشركاء|شركاء)
        who … (works?|working|partner\w*|teamed up|cooperat\w*) with
        """,
    FactKind.GOAL: r"""
        (what is|what s|what was) the (goal|aim|purpose|point|objective)
        (what|who) … (hope|want|trying|aim\w*|supposed|meant) to (achieve|do|accomplish)
        (quel est|quels sont)? ?(l |le |les )?(but|objectifs?|finalite)( de| du| des)?
        (ca|cela) sert a quoi
        a quoi … (sert|servent)
        (cual es|que) … (objetivos?|finalidad|proposito|pretende\w*|meta)
        para que (sirve|es|se)
        (care (este|e)|ce) … (scopul|obiectivul|rostul)
        (la ce|ce) (foloseste|bun|urmareste)
        (amac\w*|hedef\w*)
        (jaki jest |jakie sa )?(cel|cele|celem)
        (po co|do czego) (jest|sluzy|to)
        (какова |какую )?(цель|цели)
        (яка |яку |які )?(мета|мету|ціль|цілі)
        (зачем|для чего|навіщо|для чого)
        (ما|شو) (هو |هي )?(الهدف|هدف|الغاية|الغرض|أهداف)
        """,
    FactKind.LOCATION: rf"""
        (in|in which|dans|a|en|in|w|we|в|во|у|في)? ?{_WHAT} {_TOWN}
        where (is|was|did|are|were|does) (?!my\b|the (website|form)\b)
        ou (se trouve|se situe|a eu lieu|s est|est situe\w*|etait|est)
        donde (esta|queda|fue|se encuentra|se celebro|tuvo|se hizo)
        unde (este|e|se afla|a avut|se gaseste|a fost)
        (nerede|neredeydi|hangi sehir\w*)
        gdzie (jest|znajduje|odbyl\w*|odbyw\w*|sie)
        (где|де) (находится|проход\w*|был\w*|состоял\w*|знаходиться|відбу\w*|був|була|розташ\w*)
        (و)?(أين|وين) (يقع|تقع|كان|كانت|عقد|أقيم|يوجد|هو|هي)
        (ciudad|ville|miasto|город|місто|oras) (de|du|da|feria|salon)
        """,
    FactKind.NAMED: rf"""
        {_WHAT} (\w+ )?‹{_BODY}›
        (name|nom|nombre|nazwa|numele|adi|название|назва|اسم) (of|de|du|de la|della)? ?(the |la |le |l )?‹{_BODY}›
        how is the ‹{_BODY}› called
        {_WHAT} (\w+ )?‹(programme|program|programa) (name|nombre)›
        hangi ‹(program|kurum|oda|vakif)\w*›
        """,
    FactKind.PERSON: rf"""
        {_WHO} … ‹{_SIGNED}›
        {_WHAT} {_MINISTER}
        (name|nom|nombre|nazwisko|numele|имя|ім я|اسم) … ‹{_MINISTER}›
        (как|як) (зовут|звати|звали) … ‹{_MINISTER}›
        (what is|what s) the name of the ‹{_MINISTER}›
        """,
    FactKind.DATE: r"""
        (on )?(what|which) (day|date)
        (quelle|quel) (date|jour)
        (en )?que (fecha|dia)
        (in|la) ce (data|zi)
        hangi (tarih\w*|guen|gun)
        (jakiego|ktorego|w jakim) (dnia|dniu)
        (какого|якого|какой|в какой) (числа|дня|день|дата)
        (quand|cuando|cand|kiedy|when|когда|коли|ne zaman) … ‹(vigueur|vigor|vigoare|zycie|force|силу)›
        (quand|cuando|cand|kiedy|when|когда|коли|ne zaman) … ‹(чинності|signed|semnat|firmo|podpisan\w*|подписа\w*|підписа\w*)›
        (و)?متى ‹(دخل|دخلت|وقع|وقعت|تم|نشر)›
        (في )?(أي|اي) (يوم|تاريخ)
        """,
}
MORE_FOREIGN_RARE_CUES: dict[FactKind, str] = {
    FactKind.DEADLINE: r"""
        too late (to|for)
        (trop tard|demasiado tarde|prea tarziu) … (apply|postuler|solicitar|aplic\w*|zlozyc|подать|подати|basvur\w*|pour)
        (za pozno|слишком поздно|запізно|cok gec) … (apply|postuler|solicitar|aplic\w*|zlozyc|подать|подати|basvur\w*|pour)
        (until|by) when … (apply|application|register|hand in|submit)
        (jusqu a|hasta|pana|do kiedy|до какого|до якого|до когда|до коли) … (postul\w*|solicit\w*|candidat\w*|depun\w*)
        (jusqu a|hasta|pana|do kiedy|до какого|до якого|до когда|до коли) … (wniosek|zglos\w*|пода\w*|заяв\w*|inscri\w*)
        (و)?(حتى|إلى) متى … (التقديم|أقدم|التسجيل|تقديم)
        (son basvuru|son tarih|basvuru suresi)
        """,
    FactKind.APPLICATION: r"""
        (how|where) (do|can|does|should|could|would) … (apply|register|sign up|enrol\w*|submit)
        (application|registration) form
        (comment|ou) … (postuler|inscrire|demander|demande|candidater|formulaire)
        (como|donde) … (solicit\w*|apunt\w*|inscrib\w*|pid\w*|formulario)
        (cum|unde) … (inscri\w*|aplic\w*|depun\w*|solicit\w*|formular\w*)
        (form|basvuru)\w* … (nereden|nerede|nasil|nereye)
        (nasil|nereden|nereye|nerede) … (basvur\w*|kayit\w*|form)
        (jak|gdzie) … (zlozyc|zglosic|zapisac|aplikowac|wniosek|zglaszac)
        (как|где|куда|як|де|куди) … (записа\w*|пода\w*|заяв\w*|оформ\w*|зареєстр\w*|зарегистр\w*)
        (و)?(كيف|أين|وين) … (أقدم|التقديم|أسجل|التسجيل|أتقدم|تقديم|بقدم|أحصل)
        """,
    FactKind.CONTACT: r"""
        (qui|quel) … (interlocuteur|contact|contacter|appeler)
        (do kogo|z kim|kogo) … (zadzwonic|zglosic|zwrocic|skontaktowac|napisac|pytac)
        (по какому|какой|який|за яким) (телефон\w*|номер\w*)
        (к кому|до кого|кому) … (обра\w*|звер\w*|позвон\w*|подзвон\w*|напис\w*)
        (a quien|con quien|quien) … (llam\w*|contact\w*|dirig\w*|pregunt\w*|escrib\w*)
        (pe cine|cui|cu cine) … (sun\w*|contact\w*|adres\w*|intreb\w*)
        (kimi|kime|kiminle) … (ara\w*|sor\w*|iletisim|basvur\w*|gorus\w*)
        (telefono|telephone|phone|телефон|هاتف|الهاتف|رقم)( numer| number| numara\w*)?
        (who|whom) (can|do|should|could) (i|we|you) (call|contact|ask|write to|talk to|speak to)
        (و)?(بمن|مع من|مين|من) … (أتصل|أتواصل|أسأل|اتصل)
        """,
    FactKind.COST: r"""
        (is there|are there|is it|is|are) … (fees?|free|charge)
        (gratuit\w*|gratis|gratuito|bezplatn\w*|darmow\w*|бесплатн\w*|безкоштовн\w*|ucretsiz|bedava|مجاني|مجانا|مجانية)
        (trzeba|musze|trebuie|нужно|надо) … (placic|zaplacic|plat\w*|плат\w*|заплат\w*|payer|pagar)
        (треба|faut il|hay que|tengo que|hocha) … (placic|zaplacic|plat\w*|плат\w*|заплат\w*|payer|pagar)
        (сколько|скільки) (стоит|коштує|cost)
        (do|must|should) (i|we|you|participants) … pay
        (para|ucret) (istiyor\w*|oed\w*|oduyor\w*|ne kadar)
        (و)?(هل|كم) … (أدفع|ندفع|رسوم|الرسوم|مجان\w*)
        """,
    FactKind.SALARY: r"""
        (earn|earns|salary|wages?|get paid|gagne\w*|salaires?|sueldo|salario|gana|castig\w*|salari\w*|zarab\w*|pensj\w*|maas\w*)
        (зарплат\w*|заробля\w*|зарабат\w*|получать в месяц|راتب|الراتب|رواتب)
        """,
    FactKind.RESULT: r"""
        (did|has|have|was|were) … (worked|success\w*|succeed\w*|achieved?|pay off|come of it)
        did … (work|help)$
        (what|which) … (results?|outcomes?|come of|came of|achieved)
        (quels?|quelles?) … (bilan|resultats?|effets?)
        (que|cuales) … (resultados?|balance|exito)
        (ce|care) … (rezultate\w*|efecte\w*|realizat)
        (jakie|jaki) … (wyniki|efekty|rezultaty|skutki)
        (какие|каковы|які|який|какой) … (результат\w*|итог\w*|підсумк\w*|успех\w*)
        (чем|чим) … (закончил\w*|закінчил\w*|обернул\w*)
        (sonuc\w*|basarili) (verdi|oldu|ne|neler|mi)
        (و)?(هل (نجح|نجحت)|ما (هي )?(نتائج|النتائج|نتيجة))
        """,
}
