# About the market and this phone: info, language and view, erasing, receipt.

view = Language and colours
view-colours = Colours
view-unreviewed = Not yet checked:
scheme-phone = Like the phone
scheme-light = Light
scheme-dark = Dark, for the evening
scheme-sun = Sun: black on white, larger
erase-says = Erases your list with all notes, your colours and all stored pages from this phone.
erase-button = Erase everything from this phone
erase-sure = Really erase everything? This cannot be undone.
erase-confirm = Yes, erase everything
erase-keep = No, keep it
erase-done = Everything is erased.

info = About
info-explained =
    # What is this?

    The Market of Opportunities is a market in the open air. Here you meet people who help you with work, learning, advice and German.

    # Who is there?

    At each stand there is another organisation: schools, companies, advice services, initiatives. At the information desk you find the JobCenter and the market team.

    # What can I do there?

    Ask anything you want to know. Show your papers. Say who should get in touch with you. You do not have to sign anything.

    # What does it cost?

    Nothing. You do not need to register, and you need no appointment.
info-offline = This site works without a network once you have opened it.
info-legal = Your data and your rights
info-privacy = Privacy notice
info-stored = Your list and your colours are only on this phone. We do not count you and set no cookies.
info-accessibility = Accessibility
info-imprint = Imprint
info-team = Do you work at the market?
info-team-link = To the team app

receipt = Your receipt
receipt-says = You asked for contact at the market. With this code the market team finds your wish without you giving your name.
receipt-no-code = The code is missing in this address. It is on your receipt: four groups of four characters.
receipt-needs-script = Your code is being read. JavaScript must be switched on for that.
receipt-withdraw = You no longer want this?
receipt-withdraw-says = Then withdraw your wish here. Nobody will contact you any more, and your details will be erased. You need not give a reason.
receipt-withdraw-now = Withdraw the wish
receipt-sure = Really withdraw? Your details will be erased at once. This can not be undone.
receipt-confirm = Yes, withdraw
receipt-keep = No, keep
receipt-sending = One moment, the server is erasing.
receipt-withdrawn = Your details are erased. Nobody will contact you any more.
receipt-unknown = There is nothing for this code. Perhaps all is erased already. Or your wish is still on the market team’s phone: then try again in a few hours.
receipt-away = The server does not answer. Nothing is erased yet. Try again with a network.
receipt-again = Try again
receipt-team = How to reach the market team
receipt-erased = Otherwise your details are erased by themselves { $n } days after the market day.

erase-unsent = One request has not been sent yet. It will be lost.
