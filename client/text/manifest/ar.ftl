app-short-name = السوق
picture-today = اليوم: متى وأين ومن
picture-offers = ابحث عن العروض واحفظها
picture-wide = السوق على شاشة كبيرة
