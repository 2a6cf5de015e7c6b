/// Names so common in the world that two strangers may well share them, folded.
///
/// From the lists of the most frequent names that statistical offices publish: Chinese, Korean,
/// Vietnamese, Indian, Japanese, Arabic and the larger European languages.
enum CommonName {
  /// The share of people reckoned to have a word among their names; 0 for a word that is not common.
  static func share(of word: String) -> Double {
    if hundredsOfMillions.contains(word) { return 0.03 }
    if syllables.contains(word) { return 0.01 }
    return millions.contains(word) ? 0.006 : 0
  }

  /// Surnames that several people in any large group bear.
  private static let hundredsOfMillions = words(
    """
    wang li zhang liu chen yang huang zhao wu zhou kim lee park nguyen tran le pham singh kumar
    """)

  /// Chinese syllables, each of which writes dozens of surnames and given names in Latin letters.
  private static let syllables = words(
    """
    xu sun ma zhu hu guo he lin gao luo zheng liang xie tang song deng feng cao peng zeng xiao
    tian dong pan yuan cai jiang yu du ye cheng wei su lu ding ren shen yao fang hong lei hao
    jun jie ming xin yi bin bo chao fei gang hai hua hui jian jing jin kai lan long min na ning
    ping qi qiang qing rui shan tao ting wen xiang xing yan yin ying yong zhi zhong
    """)

  /// Surnames and given names of millions.
  private static let millions = words(
    """
    choi jung
    kang cho yoon jang lim han oh seo shin kwon hwang ahn chan wong cheung lam hoang phan vu vo
    dang bui do ho ngo sharma gupta patel shah das rao reddy khan jain verma mehta agarwal ali
    ahmed mohammed muhammad hassan hussein ibrahim sato suzuki takahashi tanaka watanabe ito
    yamamoto nakamura kobayashi kato smith jones williams brown taylor davis miller wilson moore
    anderson thomas jackson white harris martin thompson garcia martinez robinson clark
    rodriguez lewis walker hall allen young king wright scott green baker adams nelson hill
    campbell mitchell roberts carter phillips evans turner parker collins edwards stewart morris
    murphy cook rogers morgan cooper reed bailey bell gonzalez lopez hernandez perez sanchez
    ramirez torres fernandez gomez diaz alvarez ruiz silva santos oliveira souza pereira costa
    ferreira muller schmidt schneider fischer weber meyer wagner becker schulz hoffmann dupont
    durand bernard dubois petit ivanov petrov smirnov johnson john james robert michael mike
    william bill david dave richard rick joseph joe tom charles chris christopher daniel dan
    matthew matt anthony tony mark paul steven steve stephen andrew andy kenneth ken joshua josh
    kevin brian george edward ed timothy tim jason jeffrey jeff ryan jacob gary eric jonathan
    larry brandon benjamin ben samuel sam gregory greg frank alexander alex patrick jack dennis
    jerry tyler aaron jose adam nathan henry peter pete zachary kyle walter jeremy ethan carl
    keith roger sean philip phil simon nick nicholas neil ian graham jim bob ron don doug mary
    jennifer linda elizabeth susan jessica sarah karen lisa nancy sandra ashley emily michelle
    amanda melissa laura amy anna maria julia kate anne rachel helen juan carlos luis miguel
    jorge pedro antonio manuel francisco javier pablo sergio diego fernando jan hans klaus
    jurgen stefan andreas christian markus wolfgang michel jean pierre philippe nicolas olivier
    laurent alexandre ivan dmitry sergey alexey andrey vladimir igor mikhail nikolay amit rahul
    raj ravi sandeep anil vijay sanjay suresh rajesh ashok manish deepak vivek jensen nielsen
    hansen pedersen andersen christensen larsen sorensen rasmussen jorgensen petersen madsen
    kristensen olsen johansen karlsson johansson andersson eriksson nilsson larsson olsson
    persson svensson gustafsson korhonen virtanen makinen nieminen berg lund de jong jansen
    vries bakker visser smit dekker bos vos peters nowak kowalski wisniewski novak svoboda
    horvat kovacs nagy toth szabo popescu popa yilmaz kaya demir rossi russo ferrari esposito
    bianchi romano colombo ricci papadopoulos cohen levi soren lars jens niels henrik peder
    anders erik magnus per ole bjorn johan nils gustav mikael fredrik mats kalle matti juha timo
    jari antti pieter willem jeroen maarten marek piotr pawel tomasz krzysztof jakub petr pavel
    tomas jiri laszlo zoltan gabor marco andrea paolo giuseppe luca giovanni francesco
    alessandro stefano roberto mario amir mehmet mustafa murat hiroshi takashi kenji satoshi
    akira makoto kazuya yuki
    """)

  private static func words(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
  }
}
